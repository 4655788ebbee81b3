import type { GrayPicture } from './gray-picture.ts';

/** A picture made small by averaging: enough to see whether two are the same. */
export type Thumbnail = GrayPicture;

/** Averages a picture down so that its longer side is at most `side` px. */
export function thumbnailOf({ width, height, data }: GrayPicture, side: number): Thumbnail {
  const factor = Math.max(1, Math.max(width, height) / side);
  const [w, h] = [Math.max(1, Math.round(width / factor)), Math.max(1, Math.round(height / factor))];
  const target = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const [top, bottom] = [Math.floor((y * height) / h), Math.max(1, Math.floor(((y + 1) * height) / h))];
    for (let x = 0; x < w; x++) {
      const [left, right] = [Math.floor((x * width) / w), Math.max(1, Math.floor(((x + 1) * width) / w))];
      let sum = 0;
      for (let row = top; row < bottom; row++) for (let i = left; i < right; i++) sum += data[row * width + i]!;
      target[y * w + x] = Math.round(sum / ((bottom - top) * (right - left)));
    }
  }
  return { width: w, height: h, data: target };
}

/** Correlation of two lists of gray values, −1 to 1, whatever their brightness and contrast; 0 when one is flat. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const count = Math.max(1, a.length);
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    sumA += a[i]!;
    sumB += b[i]!;
    squareA += a[i]! ** 2;
    squareB += b[i]! ** 2;
    product += a[i]! * b[i]!;
  }
  const spread = Math.sqrt(Math.max(0, (squareA - sumA ** 2 / count) * (squareB - sumB ** 2 / count)));
  return spread < 1e-9 ? 0 : (product - (sumA * sumB) / count) / spread;
}
