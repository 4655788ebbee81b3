/** The sidecar of episode 2 differs from the picture in exactly this line. */
export const sidecarChange = {
  episode: 2,
  burnedIn: "今年新米，要等十月开镰",
  sidecar: "今年新米，要等月底开镰",
};

/** What was planted. A term is what a reader would mark; disguise tells how it hides. */
export const planted = [
  {
    episode: 1,
    text: "注册网上赌场就送彩金",
    term: "网上赌场",
    kind: "gambling-solicitation",
    disguise: null,
  },
  {
    episode: 3,
    text: "跟着导师玩赌*博，稳賺不賠",
    term: "赌博",
    kind: "gambling-solicitation",
    disguise: "symbol",
  },
  {
    episode: 3,
    text: "跟着导师玩赌*博，稳賺不賠",
    term: "稳赚不赔",
    kind: "gambling-solicitation",
    disguise: "traditional",
  },
];

/** Lines that look like a hit and are not one: looksLike is the term that a careless list would report. */
export const innocents = [
  { episode: 1, text: "打死我也不信", looksLike: "打死" },
  { episode: 1, text: "前面路口交通堵了", looksLike: "口交" },
  { episode: 2, text: "笑死我了，你帽子歪了", looksLike: "死" },
  { episode: 2, text: "直播间给大家秒杀价", looksLike: "杀" },
  { episode: 2, text: "无人机没电，这下大麻烦了", looksLike: "大麻" },
  { episode: 3, text: "今天终于杀青了", looksLike: "杀" },
  { episode: 3, text: "这局我赢定了，快出牌", looksLike: "赢" },
];
