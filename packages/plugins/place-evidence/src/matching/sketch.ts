import type { GrayPicture } from './gray-picture.ts';
import { correlation, thumbnailOf } from './thumbnail.ts';

const side = 16;

/** From this correlation on, two photos are the same one, saved again. Chosen on the bench `place-matching`. */
const sameFrom = 0.95;

/** A picture as 16×16 gray values in hex, whatever its sides. */
export function squareSketch(picture: GrayPicture): string {
  const { width, height, data } = thumbnailOf(picture, 4 * side);
  const square = new Uint8Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [left, right] = [Math.floor((x * width) / side), Math.ceil(((x + 1) * width) / side)];
      const [top, bottom] = [Math.floor((y * height) / side), Math.ceil(((y + 1) * height) / side)];
      let sum = 0;
      for (let row = top; row < bottom; row++) for (let i = left; i < right; i++) sum += data[row * width + i]!;
      square[y * side + x] = Math.round(sum / ((bottom - top) * (right - left)));
    }
  }
  return Buffer.from(square).toString('hex');
}

/** How alike two sketches are, −1 to 1, whatever their brightness and contrast. */
export const sketchLikeness = (a: string, b: string): number =>
  correlation(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));

/** Whether two sketches are of the same photo, saved again or graded. */
export const samePhoto = (a: string, b: string): boolean => sketchLikeness(a, b) >= sameFrom;
