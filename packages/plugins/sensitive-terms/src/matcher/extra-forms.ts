/** Rows of signs for consecutive letters or digits that NFKC leaves as they are: first sign, how many, what the first one stands for. */
const rows: readonly (readonly [first: number, count: number, stands: string])[] = [
  [0x2776, 9, '1'], // ❶
  [0x2780, 9, '1'], // ➀
  [0x278a, 9, '1'], // ➊
  [0x24f5, 9, '1'], // ⓵
  [0x1f150, 26, 'a'], // 🅐
  [0x1f170, 26, 'a'], // 🅰
];

const single: readonly (readonly [sign: string, stands: string])[] = [
  ['⓿', '0'],
  ['🄋', '0'],
  ['🄌', '0'],
  // Tens of the rows above.
  ...['❿', '➉', '➓', '⓾'].map((sign) => [sign, '10'] as const),
  ...[...'⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴'].map((sign, index) => [sign, String(11 + index)] as const),
];

/** CJK radicals that look like a character, each before it: NFKC folds the Kangxi radicals and leaves most of these. */
const radicals =
  '⺅亻⺉刂⺖忄⺘扌⺙攵⺡氵⺣灬⺨犭⺩王⺫罒⺬示⺭礻⺮竹⺶羊⺷羊⺹耂⺼月⺾艹⺿艹⻀艹⻂衤⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻐钅⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙';

/** Signs that people write for letters, digits and characters though Unicode does not call them equal. */
export const extraForms: ReadonlyMap<string, string> = new Map([
  ...rows.flatMap(([first, count, stands]) =>
    Array.from({ length: count }, (_, index): [string, string] => [
      String.fromCodePoint(first + index),
      String.fromCodePoint((stands.codePointAt(0) ?? 0) + index),
    ]),
  ),
  ...single,
  ...Array.from(
    { length: radicals.length / 2 },
    (_, index) => [radicals.charAt(index * 2), radicals.charAt(index * 2 + 1)] as const,
  ),
]);
