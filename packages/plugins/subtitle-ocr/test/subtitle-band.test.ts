import { describe, expect, it } from 'vitest';
import { findBands, findRow, wideBand, type SeenLine, type SubtitleBand } from '../src/subtitle-band.ts';

const line = (picture: number, text: string, y: number, more: { x?: number; height?: number } = {}): SeenLine => {
  const height = more.height ?? 0.03;
  const width = text.length * 0.05;
  return { picture, text, box: { x: (more.x ?? 0.5) - width / 2, y: y - height / 2, width, height } };
};
const dialogue = (y: number): SeenLine[] =>
  ['你到底想怎么样', '我不会答应你的', '别过来', '这是最后一次'].map((text, n) => line(n, text, y));
const watermark = [0, 1, 2, 3, 4, 5].map((n) => line(n, '剧情纯属虚构', 0.9));

describe('findRow', () => {
  it.each([
    ['dialogue', dialogue(0.7), 0.7],
    ['dialogue with a watermark in the middle', [...watermark, ...dialogue(0.62)], 0.62],
    [
      'dialogue with a sign on several pictures',
      [...dialogue(0.8), ...[0, 1, 2, 3].map((n) => line(n, '幸福超市', 0.6, { x: 0.3 }))],
      0.8,
    ],
    ['a watermark alone', watermark, null],
    ['a title card', [line(0, '凤湖夜话', 0.55, { height: 0.08 }), line(0, '第一集', 0.65)], null],
    [
      'shop signs at the side',
      ['烟酒副食', '幸福超市', '便民药店'].map((text, n) => line(n, text, 0.7, { x: 0.15 })),
      null,
    ],
    ['lyrics above the middle', dialogue(0.3), 0.3],
    [
      'two signs above the middle',
      dialogue(0.3)
        .slice(0, 2)
        .map((each) => ({ ...each, box: { ...each.box, x: each.box.x + 0.1 } })),
      null,
    ],
    ['nothing', [], null],
  ])('%s', (_, lines, y) => {
    const row = findRow(lines);
    if (y === null) expect(row).toBeNull();
    else expect(row?.y).toBeCloseTo(y);
  });
});

describe('findBands', () => {
  it('leaves room for a second line on both sides', () => {
    const [{ region }] = findBands(dialogue(0.7)) as [SubtitleBand];
    expect(region.y).toBeLessThan(0.7 - 0.03 * 1.5);
    expect(region.y + region.height).toBeGreaterThan(0.7 + 0.03 * 1.5);
    expect(region.height).toBeLessThan(0.15);
  });

  it('takes the wide band when nothing recurs', () => {
    expect(findBands(watermark)).toEqual([wideBand]);
  });

  it('follows two rows where texts take turns on both', () => {
    const above = dialogue(0.6).map((each) => ({ ...each, picture: each.picture + 4 }));
    expect(findBands([...dialogue(0.75), ...above]).map(({ row }) => row?.y)).toEqual([0.75, 0.6]);
  });

  it('takes a second language along with the row that it shows with', () => {
    const english = ['Go away', 'I said no', 'Stay there', 'For the last time'].map((text, n) => line(n, text, 0.74));
    const bands = findBands([...dialogue(0.7), ...english]);
    expect(bands.map(({ row }) => [row?.y, row?.companions.map(({ y }) => y)])).toEqual([[0.7, [0.74]]]);
  });

  it('takes no watermark along', () => {
    const fixed = [0, 1, 2, 3].map((n) => line(n, '剧情纯属虚构', 0.74));
    expect(findBands([...dialogue(0.7), ...fixed])[0]?.row?.companions).toEqual([]);
  });

  it('knows the middle of the lines, wherever it is', () => {
    const shifted = dialogue(0.7).map((each) => ({ ...each, box: { ...each.box, x: each.box.x - 0.08 } }));
    expect(findBands(shifted)[0]?.row?.centre).toBeCloseTo(0.42);
    const left = dialogue(0.7).map((each) => ({ ...each, box: { ...each.box, x: 0.3 } }));
    expect(findBands(left)[0]?.row?.centre).toBeNull();
  });
});
