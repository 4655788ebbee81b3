import { expect, it } from 'vitest';
import { textRanges, type ScreenReading } from '../src/text-range.ts';
import { readLine } from './read-line.ts';

const at = (time: number, ...texts: string[]): ScreenReading => ({
  time,
  lines: texts.map((text, n) =>
    readLine(text, { x: 0.25, y: 0.125 + n / 10, glyph: 0.3 / text.length, confidence: 0.9 }),
  ),
});

it.each<[string, ScreenReading[], string[]]>([
  ['joins a text of successive pictures', [at(0, '凤湖夜话'), at(2, '凤湖夜话'), at(4)], ['0-3 凤湖夜话']],
  ['bridges one picture without it', [at(0, '超市'), at(2), at(4, '超市'), at(6), at(8)], ['0-5 超市']],
  ['opens a new range after two', [at(0, '超市'), at(2), at(4), at(6, '超市')], ['0-1 超市', '5-7 超市']],
  ['joins slightly different readings', [at(0, '凤湖游船售票处'), at(2, '风湖游船售票处')], ['0-3 凤湖游船售票处']],
  ['ends with the episode', [at(8, '未完待续')], ['7-9 未完待续']],
])('%s', (_, readings, expected) => {
  const ranges = textRanges(readings, { every: 2, seconds: 9 });
  expect(ranges.map(({ start, end, text }) => `${start}-${end} ${text}`)).toEqual(expected);
});
