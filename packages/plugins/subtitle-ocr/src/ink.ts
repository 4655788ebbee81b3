import type { Picture } from '@shenpian/core';
import { toGray } from './gray.ts';

/** Subtitle ink is at least this bright, and this much brighter than something close by (0–255). */
const bright = 160;
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

/** How far from a stroke its outline or shadow is looked for, px. */
export function inkReach(glyph: number): number {
  return Math.max(2, Math.round(glyph / 12));
}

/**
 * Marks the ink of a picture.
 *
 * @param glyph Character height, px.
 */
export function inkOf(picture: Picture, glyph: number): InkMask {
  const gray = toGray(picture);
  const { width, height } = picture;
  const step = inkStep(glyph);
  const reach = inkReach(glyph);
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

/** A mask four points at a time: most of a picture holds no ink, and is passed over faster so. */
export function inkWords({ data }: InkMask): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
}

/** Ink that is in both masks. Both are of pictures of one size. */
export function commonInk(a: InkMask, b: InkMask): InkMask {
  const data = new Uint8Array(a.data.length);
  const [ours, theirs, common] = [inkWords(a), inkWords(b), new Uint32Array(data.buffer, 0, data.length >> 2)];
  let count = 0;
  for (let i = 0; i < common.length; i++) {
    const both = ours[i]! & theirs[i]!;
    if (both === 0) continue;
    common[i] = both;
    count += (Math.imul(both, 0x01010101) >>> 24) & 0xff;
  }
  for (let i = common.length * 4; i < data.length; i++) if (a.data[i]! & b.data[i]!) count += data[i] = 1;
  return { ...a, data, count };
}
