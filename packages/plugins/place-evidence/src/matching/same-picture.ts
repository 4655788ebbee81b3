import type { Similarity } from './similarity.ts';
import { correlation, type Thumbnail } from './thumbnail.ts';

/** From this likeness on, a photo that lies within a frame is that frame. Chosen on the bench `place-matching`. */
const copyFrom = 0.95;
/**
 * A photo with the field of view of the frame, to 1.5 % and without a turn or a shift along one side, was taken by the same camera with the
 * same lens from the same spot: then this likeness is enough, because people and the camera move between two frames.
 */
const copyWithFieldFrom = 0.75;
const fieldSlack = 0.015;
const shiftSlack = 0.02;
/** The share of the photo that must lie on the frame to compare them. */
const leastOverlap = 0.6;
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
 * Whether a photo is a frame of the film, one a moment away, or cut out of one, and how alike both are where they overlap, −1 to 1; null when
 * the photo shows much more than the frame, so that it cannot have been cut out of it.
 *
 * @param similarity from px of the frame to px of the photo
 */
export function copyOf(
  frame: Reduced,
  photo: Reduced,
  similarity: Similarity,
): { readonly likeness: number | null; readonly copy: boolean } {
  const { likeness, overlap } = overlaid(frame, photo, similarity);
  if (overlap < leastOverlap) return { likeness: null, copy: false };
  const sameFrame = overlap === 1 && likeness >= copyFrom;
  return { likeness, copy: sameFrame || (hasSameField(frame, photo, similarity) && likeness >= copyWithFieldFrom) };
}

function hasSameField(frame: Reduced, photo: Reduced, { a, b, dx, dy }: Similarity): boolean {
  const equal = (here: number, there: number): boolean => Math.abs((a * here) / there - 1) <= fieldSlack;
  const upright = Math.abs(b) <= shiftSlack * Math.abs(a);
  const sameWidth = equal(frame.width, photo.width);
  const sameHeight = equal(frame.height, photo.height);
  const level = Math.abs(dx) <= shiftSlack * photo.width || Math.abs(dy) <= shiftSlack * photo.height;
  return upright && level && (sameWidth || sameHeight);
}

/** Lays the photo on the frame: the share of it that lies there, and how alike both are there. */
function overlaid(frame: Reduced, photo: Reduced, { a, b, dx, dy }: Similarity) {
  const size = a * a + b * b;
  const inFrame: number[] = [];
  const inPhoto: number[] = [];
  for (let row = 0; row < grid; row++) {
    for (let column = 0; column < grid; column++) {
      const u = ((column + 0.5) / grid) * photo.width;
      const v = ((row + 0.5) / grid) * photo.height;
      const x = (a * (u - dx) + b * (v - dy)) / size / frame.width;
      const y = (a * (v - dy) - b * (u - dx)) / size / frame.height;
      if (x < -slack || y < -slack || x > 1 + slack || y > 1 + slack) continue;
      inFrame.push(valueAt(frame.thumbnail, x, y));
      inPhoto.push(valueAt(photo.thumbnail, u / photo.width, v / photo.height));
    }
  }
  return { likeness: correlation(inFrame, inPhoto), overlap: inFrame.length / grid ** 2 };
}

function valueAt({ width, height, data }: Thumbnail, x: number, y: number): number {
  const column = Math.min(width - 1, Math.max(0, Math.floor(x * width)));
  const row = Math.min(height - 1, Math.max(0, Math.floor(y * height)));
  return data[row * width + column]!;
}
