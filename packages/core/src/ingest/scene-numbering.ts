const numeral = String.raw`(?:\d{1,4}|[〇零一二两三四五六七八九十百]{1,7})`;
/** Marks before a number: Markdown, brackets, bullets. */
const opening = String.raw`^[\s#*_>【\[(「『〖■●◆★☆▶►※•]*`;
const season = String.raw`(?:S\d{1,2}\s*)?`;

/** A way of numbering a scene. */
export interface Numbering {
  readonly pattern: RegExp;
  /**
   * A strong number makes a heading of what follows it; after a weak one, which could be a list or a sentence, the line must
   * also name time or setting.
   */
  readonly strong: boolean;
}

/** The ways of numbering a scene, the most telling first. The last one is no number at all. */
const numberings: readonly Numbering[] = [
  {
    // 第3集 第2场, 第三集第二场, EP02 S05, S01E03 第2场, 3集2场
    pattern: new RegExp(
      `${opening}(?:《[^》]{1,30}》\\s*)?(?:第\\s*(?<episode>${numeral})\\s*集|${season}(?:EP?|Episode)\\s*\\.?\\s*(?<ep>\\d{1,3}))[\\s,、:·/》】\\])_-]*(?:第\\s*|S(?:C|cene)?\\s*\\.?\\s*|场景?\\s*|(?=\\d{1,3}\\s*场))(?<scene>${numeral}[a-z]?)(?:\\s*[场幕]戏?)?`,
      'iu',
    ),
    strong: true,
  },
  {
    pattern: new RegExp(`${opening}(?<episode>\\d{1,3})\\s*集\\s*第?\\s*(?<scene>\\d{1,3}[a-z]?)\\s*场`, 'iu'),
    strong: true,
  },
  {
    // 1-3, 场1-3, 场次：1-3, 第1-3场, 第1集 1-3, EP1-3, 3-2A
    pattern: new RegExp(
      `${opening}[△▲]?\\s*(?:(?:场景|场次|场号|场|第(?:${numeral}\\s*集)?|EP?)\\s*[:#.]?\\s*)?(?<episode>\\d{1,3})\\s*[-–—~]{1,2}\\s*(?<scene>\\d{1,3}[a-z]?)(?![\\d.–—~:%-])(?:\\s*场(?!景))?`,
      'iu',
    ),
    strong: true,
  },
  { pattern: new RegExp(`${opening}第\\s*(?<scene>${numeral}[A-Za-z]?)\\s*[场幕]戏?`, 'u'), strong: true },
  {
    pattern: new RegExp(`${opening}(?:场景|场次|场号|场)\\s*[:#]?\\s*(?<scene>${numeral}[A-Za-z]?)`, 'u'),
    strong: true,
  },
  { pattern: new RegExp(`${opening}(?:Scene|SC)\\s*[.#]?\\s*(?<scene>\\d{1,3}[a-z]?)`, 'iu'), strong: true },
  { pattern: new RegExp(`${opening}(?<scene>\\d{1,3})\\s*场(?![景面上外内])`, 'u'), strong: true },
  // 1.3 may be a section or a weight.
  { pattern: new RegExp(`${opening}(?<episode>\\d{1,3})\\.(?<scene>\\d{1,3})(?![\\d.%])`, 'u'), strong: false },
  { pattern: new RegExp(`${opening}第\\s*(?<episode>${numeral})\\s*集`, 'u'), strong: false },
  { pattern: new RegExp(`${opening}S(?<scene>\\d{1,3}[a-z]?)(?=[\\s.、])`, 'u'), strong: false },
  { pattern: new RegExp(`${opening}(?<scene>\\d{1,3}[a-z]?)(?:[.、)]|(?=\\s))`, 'iu'), strong: false },
  { pattern: new RegExp(`${opening}(?<scene>[一二三四五六七八九十百]{1,4})[.、)]`, 'u'), strong: false },
  { pattern: /^[\s#*_>【[■●◆★☆▶►※•]*/u, strong: false },
];

const numbered = new RegExp(`${opening}[△▲]?\\s*[第场《\\da-z〇零一二两三四五六七八九十百]`, 'iu');
const setting = /[内外]|INT|EXT|I\/E/iu;

/** The numberings that can fit a line, told by its first letter: most lines of a script are no headings. A line without a number needs a setting. */
export function numberingsFor(plain: string): readonly Numbering[] {
  const bare = setting.test(plain) ? numberings.length : numberings.length - 1;
  return numberings.slice(numbered.test(plain) ? 0 : numberings.length - 1, bare);
}

/** An episode heading without a scene: 第一集, EP02 重逢, 《凤湖夜话》第三集. */
export const episodeNumbering = new RegExp(
  `${opening}(?:《[^》]{1,30}》\\s*)?(?:第\\s*(?<number>${numeral})\\s*[集话回]|${season}(?:EP|E(?=\\d)|Episode)\\s*\\.?\\s*(?<ep>\\d{1,3})(?![\\da-z]))(?<tail>.*)$`,
  'iu',
);
