/**
 * Common characters that PP-OCRv4 surely takes for others where nothing around tells them apart, by what it reads: in two or more of
 * four typefaces, or with 0.95 in one (`scripts/measure-look-alikes.mjs`).
 */
const mayBe: Readonly<Record<string, string>> = {
  昌: '吕',
  杯: '怀',
  概: '慨',
  干: '于',
  喉: '唉',
  火: '灭',
  酒: '洒',
  口: '回',
  峦: '恋',
  么: '幺',
  目: '日曰',
  囊: '襄',
  响: '晌',
  勋: '郧',
  要: '耍',
  岑: '涔',
  治: '冶',
  自: '白',
};

/** What a character that was read may be as well, however sure the network is. */
export function lookAlikes(read: string): readonly string[] {
  return [...(mayBe[read] ?? '')];
}
