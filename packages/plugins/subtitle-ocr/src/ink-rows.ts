import type { PixelBox } from './crop.ts';
import type { InkMask } from './ink.ts';

/** How far from the middle of a line its ink is looked for, in heights of a character. */
const reach = 1.1;
/** Rows with less ink than this share of the line's width are empty. */
const leastInk = 0.02;

/**
 * Where the ink of a line really begins and ends, from top to bottom, px: what tells a sign from the dialogue beside it.
 *
 * @returns null when there is none.
 */
export function inkRows(ink: InkMask, box: PixelBox, glyph: number): { y: number; height: number } | null {
  const { step, width } = ink;
  const middle = (box.y + box.height / 2) / step;
  const [left, right] = [Math.max(0, Math.floor(box.x / step)), Math.min(width, Math.ceil((box.x + box.width) / step))];
  const top = Math.max(0, Math.floor(middle - (reach * glyph) / step));
  const bottom = Math.min(ink.height, Math.ceil(middle + (reach * glyph) / step));
  let [first, last] = [-1, -1];
  for (let y = top; y < bottom; y++) {
    let count = 0;
    for (let x = left; x < right; x++) count += ink.data[y * width + x]!;
    if (count <= leastInk * (right - left)) continue;
    if (first < 0) first = y;
    last = y;
  }
  return first < 0 ? null : { y: ((first + last + 1) / 2) * step, height: (last + 1 - first) * step };
}
