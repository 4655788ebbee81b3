import type { ScenePlan } from './handmade-series.ts';

/** A repeatable random number in [0, 1). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const subjects = '我 你 他 她 我们 你们 老陈 小雨 村长 爷爷 陈总 林老师 大家 这孩子 那个人 我妈'.split(' ');
const verbs =
  '不知道 忘不了 记得 想问 看见了 说过 答应了 不相信 喜欢 找到了 放弃了 守着 卖掉了 等着 离不开 错过了'.split(' ');
const objects =
  '这片地 那封信 当年的事 你的话 这家店 凤湖的夜 麦子 合同 那辆车 这个村子 我的名字 那场雨 今天的会 最后一班车 你爸 真相'.split(
    ' ',
  );
const tails = '对不对 你听我说 算了吧 真的 怎么办 我走了 别哭 快跟我来 谁都一样 现在就去'.split(' ');
const replies = '好 嗯 是的 你说什么 我不同意 怎么了 没事 谢谢你 真的吗 走吧'.split(' ');
const misread =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';

/** A generated episode: its script, and the cues as the reader saw them with the scene that is really on screen. */
export interface GeneratedEpisode {
  readonly scenes: readonly ScenePlan[];
  readonly shots: readonly { readonly start: number; readonly end: number; readonly scene: string }[];
  readonly cues: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** How the film differs from the script: shares of characters misread, and of lines changed, dropped and added. */
export interface Noise {
  readonly misread: number;
  readonly changed: number;
  readonly dropped: number;
  readonly added: number;
}

/** Writes an episode of a few scenes with dialogue, cut into shots, and plays it with noise. */
export function generateEpisode(episode: number, seed: number, noise: Noise): GeneratedEpisode {
  const random = randomNumbers(seed);
  const pick = <Item>(from: ArrayLike<Item>): Item => from[Math.floor(random() * from.length)]!;
  const line = (): string => {
    if (random() < 0.2) return pick(replies);
    const clause = `${pick(subjects)}${pick(verbs)}${pick(objects)}`;
    return random() < 0.5 ? `${clause}，${pick(tails)}。` : `${clause}。`;
  };
  const blurred = (text: string): string =>
    [...text].map((letter) => (random() < noise.misread ? pick(misread) : letter)).join('');
  const scenes: ScenePlan[] = [];
  const shots: { start: number; end: number; scene: string }[] = [];
  const cues: { start: number; end: number; text: string }[] = [];
  let now = 0;
  const count = 2 + Math.floor(random() * 4);
  for (let number = 1; number <= count; number++) {
    const id = `${episode}-${number}`;
    const lines = Array.from({ length: 6 + Math.floor(random() * 16) }, line);
    scenes.push([id, `地点${number}`, lines]);
    const begin = now;
    now += random() * 1.5;
    for (const written of lines) {
      if (random() < noise.dropped) continue;
      const spoken = random() < noise.changed ? line() : written;
      const played = random() < noise.added ? [spoken, line()] : [spoken];
      for (const clause of played.flatMap((text) => text.split(/[，。]/).filter(Boolean))) {
        const end = now + 0.6 + clause.length * 0.18;
        cues.push({ start: now, end, text: blurred(clause) });
        now = end + random() * 0.8;
      }
    }
    now += random() * 1.5;
    for (let start = begin; start < now;) {
      const end = now - start < 3 ? now : Math.min(now, start + 1 + random() * 3);
      shots.push({ start, end, scene: id });
      start = end;
    }
  }
  return { scenes, shots, cues };
}
