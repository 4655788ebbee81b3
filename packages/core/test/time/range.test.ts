import { expect, test } from 'vitest';
import { duration, overlap } from '../../src/time/range.ts';

test.each([
  [1, 3, 2],
  [3, 3, 0],
  [3, 1, 0],
])('[%d, %d) lasts %d s', (start, end, seconds) => {
  expect(duration({ start, end })).toBe(seconds);
});

test.each<[string, [number, number], [number, number], number]>([
  ['apart', [0, 1], [2, 3], 0],
  ['touching', [0, 1], [1, 2], 0],
  ['partly', [0, 2], [1, 3], 1],
  ['inside', [0, 9], [2, 3], 1],
  ['the same', [1, 4], [1, 4], 3],
])('%s', (_, [a, b], [c, d], shared) => {
  const [first, second] = [
    { start: a, end: b },
    { start: c, end: d },
  ];
  expect([overlap(first, second), overlap(second, first)]).toEqual([shared, shared]);
});
