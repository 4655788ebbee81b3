import type { Picture } from '@shenpian/core';
import { toGray } from './gray.ts';

/** Subtitle ink is at least this bright, and this much brighter than something close by (0–255). */
const bright = 175;
const contrast = 75;

/** Which points of a picture look like subtitle ink: bright, with something darker near. A grid of every `step`-th px. */
export interface InkMask {
  readonly width: number;
  readonly height: number;
  /** px of the picture between two points. */
  readonly step: number;
  /** 1 where there is ink. */
  readonly data: Uint8Array;
  /** Points with ink. */
  readonly count: number;
}

/** px between two grid points: a character is about 24 points high, enough to tell characters apart. */
export function inkStep(glyph: number): number {
  return Math.max(1, Math.floor(glyph / 24));
}

/**
 * Marks the ink of a picture.
 *
 * @param glyph Character height, px: the outline or shadow is looked for within a twelfth of it.
 */
export function inkOf(picture: Picture, glyph: number): InkMask {
  const gray = toGray(picture);
  const { width, height } = picture;
  const step = inkStep(glyph);
  const reach = Math.max(2, Math.round(glyph / 12));
  const columns = Math.floor(width / step);
  const rows = Math.floor(height / step);
  const data = new Uint8Array(columns * rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const y = row * step;
    const up = y >= reach ? -reach * width : 0;
    const down = y + reach < height ? reach * width : 0;
    for (let column = 0; column < columns; column++) {
      const x = column * step;
      const at = y * width + x;
      const value = gray[at]!;
      if (value < bright) continue;
      const dark = value - contrast;
      if (
        gray[at + up]! < dark ||
        gray[at + down]! < dark ||
        (x >= reach && gray[at - reach]! < dark) ||
        (x + reach < width && gray[at + reach]! < dark)
      ) {
        data[row * columns + column] = 1;
        count++;
      }
    }
  }
  return { width: columns, height: rows, step, data, count };
}

/** Ink that is in both masks. Both are of pictures of one size. */
export function commonInk(a: InkMask, b: InkMask): InkMask {
  const data = new Uint8Array(a.data.length);
  let count = 0;
  for (let i = 0; i < data.length; i++) if (a.data[i]! & b.data[i]!) count += data[i] = 1;
  return { ...a, data, count };
}
