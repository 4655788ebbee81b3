import { expect, test } from 'vitest';
import { parseMoney } from '../../src/ingest/money.ts';

test.each<[string | number, number | null]>([
  [850_000, 850_000],
  [0, 0],
  ['850000', 850_000],
  ['850,000', 850_000],
  ['850，000元', 850_000],
  ['85万', 850_000],
  ['85万元', 850_000],
  ['85 万元', 850_000],
  ['８５万元', 850_000],
  ['85万人民币', 850_000],
  ['85万元人民币', 850_000],
  ['1.1万', 11_000],
  ['0.3亿元', 30_000_000],
  ['3千元', 3000],
  ['100.55元', 100.55],
  [-1, null],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
  ['', null],
  ['-5万', null],
  ['八十五万', null],
  ['85万美元', null],
  ['约85万', null],
  ['1.2.3', null],
])('%j is %j', (text, amount) => {
  expect(parseMoney(text)).toBe(amount);
});
