import { expect, it } from 'vitest';
import { toned, tonesFor } from '../src/tone.ts';

/** One row of RGB pixels. */
const row = (...pixels: [number, number, number][]) => ({
  width: pixels.length,
  height: 1,
  channels: 3 as const,
  data: Uint8Array.from(pixels.flat()),
});

it.each([
  ['red letters by their strongest colour', 'vivid' as const, row([224, 24, 24], [10, 10, 10]), [224, 10]],
  ['dark letters turned over', 'dark' as const, row([0, 0, 0], [255, 255, 255]), [255, 0]],
  ['white letters as they are', 'luma' as const, row([255, 255, 255], [0, 0, 0]), [255, 0]],
])('%s', (_, channel, picture, expected) => {
  expect([...toned(picture, { channel, gain: 1 }).data]).toEqual(expected);
});

it('lifts faint letters to full brightness', () => {
  const faint = row(...Array.from({ length: 20 }, (): [number, number, number] => [120, 120, 120]));
  const [luma] = tonesFor([faint]);
  expect(toned(faint, luma!).data[0]).toBeGreaterThan(220);
});
