import { expect, test } from 'vitest';
import { formatTime } from '../../src/time/timecode.ts';

test.each([
  [0, '0:00.0'],
  [-1, '0:00.0'],
  [9.96, '0:10.0'],
  [59.94, '0:59.9'],
  [59.96, '1:00.0'],
  [61.25, '1:01.3'],
  [3599.99, '1:00:00.0'],
  [3725.5, '1:02:05.5'],
])('%d s is %s', (seconds, text) => {
  expect(formatTime(seconds)).toBe(text);
});
