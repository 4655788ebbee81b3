import { expect, test } from 'vitest';
import { parseFen, yuanText } from '../src/fen.ts';

test.each([
  ['1234.5', 123_450],
  ['1,234.50元', 123_450],
  ['￥1,234.50', 123_450],
  ['RMB 0.07', 7],
  ['0.1', 10],
  ['4.35', 435],
  ['1.10', 110],
  ['12', 1200],
  ['1.2万元', 1_200_000],
  ['1.234567万', 1_234_567],
  ['１２．３４', 1234],
  ['3.000', 300],
  ['-300', -30_000],
  ['（300）', -30_000],
  ['¥-5.5', -550],
  ['0', 0],
  ['-0', 0],
  ['90071992547409.91', 9_007_199_254_740_991],
  ['90071992547409.92', null],
  ['1.005', null],
  ['1.2345678万', null],
  ['四千', null],
  ['(300', null],
  ['1,2,3.4.5', null],
  ['', null],
])('%s', (text, fen) => {
  expect(parseFen(text)).toBe(fen);
});

test('a column in 万元', () => {
  expect(parseFen('0.35', 4)).toBe(350_000);
  expect(parseFen('0.000001', 4)).toBe(1);
  expect(parseFen('0.0000001', 4)).toBeNull();
  // A unit in the cell is the cell's own.
  expect(parseFen('3500元', 4)).toBe(3500 * 1_000_000);
});

test('sums are exact where binary fractions are not', () => {
  const parts = Array.from({ length: 1000 }, () => parseFen('0.1')!);
  expect(parts.reduce((sum, fen) => sum + fen, 0)).toBe(10_000);
  expect(yuanText(10_000)).toBe('100.00');
});

test.each([
  [0, '0.00'],
  [7, '0.07'],
  [123_456_789, '1,234,567.89'],
  [-50, '-0.50'],
])('%d fen is %s', (fen, text) => {
  expect(yuanText(fen)).toBe(text);
});
