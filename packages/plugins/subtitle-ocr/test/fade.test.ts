import { expect, it } from 'vitest';
import { isFading } from '../src/fade.ts';
import { inkOf } from '../src/ink.ts';

const glyph = 24;
/** Bars of letters on a dark ground, `strength` (0–1) of full white, every third column from `shift` on. */
function bars(strength: number, shift = 0) {
  const [width, height] = [96, 40];
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const letter = y > 8 && y < 32 && x > 8 && x < 88 && (x + shift) % 8 < 3;
    return letter ? 40 + 215 * strength : 40;
  });
  return { width, height, channels: 1 as const, data };
}
const full = bars(1);
const ink = inkOf(full, glyph);

it.each([
  ['half faded in', bars(0.5), true],
  ['in full', full, false],
  ['gone', bars(0), false],
  ['another text in full', bars(1, 4), false],
])('%s', (_, frame, fading) => {
  expect(isFading(frame, full, ink, glyph)).toBe(fading);
});
