import { describe, expect, test } from 'vitest';
import { formatClock, formatInstant, formatMoney, formatPercent, formatRanges } from '../src/number-format.ts';
import { createView } from '../src/view.ts';

test.each([
  [0, '0:00'],
  [59.99, '0:59'],
  [62, '1:02'],
  [3600, '1:00:00'],
  [3723.5, '1:02:03'],
])('formatClock(%d)', (seconds, text) => {
  expect(formatClock(seconds)).toBe(text);
});

describe('formatPercent', () => {
  test.each([
    [0.5996, 'low', '59.9%'],
    [0.5996, 'high', '60%'],
    [0.57, 'low', '57%'],
    [0.57, 'high', '57%'],
    [0.7141, 'high', '71.5%'],
    [1, 'high', '100%'],
  ] as const)('%d at the %s end', (ratio, end, text) => {
    expect(formatPercent(ratio, end)).toBe(text);
  });
});

test.each([
  [50_000, '5 万元', 'RMB 50,000'],
  [850_000, '85 万元', 'RMB 850,000'],
  [12_345_600, '1,234.56 万元', 'RMB 12,345,600'],
  [12_345, '12,345 元', 'RMB 12,345'],
  [1.5, '1.5 元', 'RMB 1.5'],
])('formatMoney(%d)', (rmb, chinese, english) => {
  expect(formatMoney(createView('zh-CN', new Map()), rmb)).toBe(chinese);
  expect(formatMoney(createView('en', new Map()), rmb)).toBe(english);
});

test.each([
  ['2026-11-22T12:15:42.000Z', '2026-11-22 20:15 (UTC+8)'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01 00:00 (UTC+8)'],
  ['no date', 'no date'],
])('formatInstant(%s)', (iso, text) => {
  expect(formatInstant(iso)).toBe(text);
});

test.each([
  [[], []],
  [[3, 1, 2], ['1–3']],
  [
    [1, 1, 5, 7, 8],
    ['1', '5', '7–8'],
  ],
])('formatRanges(%j)', (numbers, ranges) => {
  expect(formatRanges(numbers)).toEqual(ranges);
});
