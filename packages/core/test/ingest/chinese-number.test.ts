import { expect, test } from 'vitest';
import { parseChineseNumber } from '../../src/ingest/chinese-number.ts';

test.each<[string, number | null]>([
  ['7', 7],
  ['012', 12],
  ['零', 0],
  ['三', 3],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十一', 21],
  ['两百', 200],
  ['一百零三', 103],
  ['一百〇三', 103],
  ['一百一十', 110],
  ['九百九十九', 999],
  ['一〇三', 103],
  ['二一', 21],
  ['', null],
  ['三a', null],
  ['一千', null],
  ['-3', null],
])('%s is %j', (text, number) => {
  expect(parseChineseNumber(text)).toBe(number);
});
