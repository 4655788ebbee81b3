import { describe, expect, it } from 'vitest';
import type { BurnedIn } from '../src/burned-in.ts';
import { repairWith } from '../src/repair.ts';

const readable = new Set(
  '佘逄亓仝晁余逢元全显先生小姐的电话这边请我们去凤风湖公园今天开会家来了沈总怪恨不你在吃饭远洗',
);
type Others = Readonly<Record<string, Readonly<Record<string, number>>>>;
/** Characters as read; `□` is ink that could not be read, `others` what else a character may be. */
const read = (text: string, others: Others = {}): BurnedIn['characters'] =>
  [...text].map((character) => ({
    text: character === '□' ? '' : character,
    confidence: character === '□' ? 0 : 0.98,
    alternatives: Object.entries(others[character] ?? {}).map(([other, confidence]) => ({ text: other, confidence })),
  }));
const names = ['佘小姐', '亓队长', '凤湖公园', '缑大爷', '仝晓'];

describe('repair by names', () => {
  it.each<[string, BurnedIn['characters'], string, { at: number; from: string; to: string }[]]>([
    ['a surname that is often mistaken', read('余小姐，这边请'), '佘小姐，这边请', [{ at: 0, from: '余', to: '佘' }]],
    [
      'a place, by what else the picture may show',
      read('我们去风湖公园', { 风: { 凤: 0.2 } }),
      '我们去凤湖公园',
      [{ at: 3, from: '风', to: '凤' }],
    ],
    [
      'a character that no network knows, in ink that was not read',
      read('□大爷来了'),
      '缑大爷来了',
      [{ at: 0, from: '', to: '缑' }],
    ],
    ['a surname with another title', read('元先生来了'), '亓先生来了', [{ at: 0, from: '元', to: '亓' }]],
  ])('%s', (_, characters, text, repaired) => {
    expect(repairWith({ names, lines: [] }, readable)(characters)).toEqual({ text, repaired });
  });

  it.each<[string, BurnedIn['characters']]>([
    ['a name that was read right', read('佘小姐，这边请')],
    ['another place that looks alike, when the picture is clear', read('我们去风湖公园')],
    ['a word that is no name', read('全家来了')],
    ['a surname of somebody else of the cast', read('余先生来了')],
  ])('leaves %s', (_, characters) => {
    const cast = _.includes('somebody else') ? [...names, '余秋'] : names;
    expect(repairWith({ names: cast, lines: [] }, readable)(characters)).toEqual({});
  });
});

describe('repair by the script', () => {
  const lines = ['我不恨你了，你先回家吧。', '今天开会'];
  it('puts a character right that the picture leaves open', () => {
    const characters = read('我不根你了', { 根: { 恨: 0.1 } });
    expect(repairWith({ names: [], lines }, readable)(characters)).toEqual({
      text: '我不恨你了',
      repaired: [{ at: 2, from: '根', to: '恨' }],
    });
  });

  it.each([
    ['what was said otherwise on set', read('我不怪你了')],
    ['a piece too short to tell', read('今天开饭', { 饭: { 会: 0.2 } })].slice(0, 2) as [
      string,
      BurnedIn['characters'],
    ],
  ])('leaves %s', (what, characters) => {
    const said = what.startsWith('a piece') ? ['开会'] : lines;
    expect(repairWith({ names: [], lines: said }, readable)(characters)).toEqual({});
  });
});
