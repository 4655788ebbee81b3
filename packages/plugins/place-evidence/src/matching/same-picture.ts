import type { Similarity } from './similarity.ts';
import { correlation, type Thumbnail } from './thumbnail.ts';

/** From this likeness on, a photo that lies within a frame is that frame. Chosen on the bench `place-matching`. */
export const copyFrom = 0.97;
/** Points per side at which two pictures laid over each other are compared. */
const grid = 48;
/** A photo cut out of a frame lies within it, up to this share of its sides. */
const slack = 0.03;

/** A picture small, and how many px of the compared picture one of its px is. */
export interface Reduced {
  readonly thumbnail: Thumbnail;
  readonly width: number;
  readonly height: number;
}

/**
 * How alike a frame of the film and a photo are where the photo lies on the frame, −1 to 1; null when the photo shows more than the
 * frame, so that it cannot have been cut out of it.
 *
 * @param similarity from px of the frame to px of the photo
 */
export function likenessToFrame(frame: Reduced, photo: Reduced, { a, b, dx, dy }: Similarity): number | null {
  const size = a * a + b * b;
  const inFrame: number[] = [];
  const inPhoto: number[] = [];
  for (let row = 0; row < grid; row++) {
    for (let column = 0; column < grid; column++) {
      const u = ((column + 0.5) / grid) * photo.width;
      const v = ((row + 0.5) / grid) * photo.height;
      const x = (a * (u - dx) + b * (v - dy)) / size / frame.width;
      const y = (a * (v - dy) - b * (u - dx)) / size / frame.height;
      if (x < -slack || y < -slack || x > 1 + slack || y > 1 + slack) return null;
      inFrame.push(valueAt(frame.thumbnail, x, y));
      inPhoto.push(valueAt(photo.thumbnail, u / photo.width, v / photo.height));
    }
  }
  return correlation(inFrame, inPhoto);
}

function valueAt({ width, height, data }: Thumbnail, x: number, y: number): number {
  const column = Math.min(width - 1, Math.max(0, Math.floor(x * width)));
  const row = Math.min(height - 1, Math.max(0, Math.floor(y * height)));
  return data[row * width + column]!;
}
