import { correlation, thumbnailOf, type Thumbnail } from './thumbnail.ts';
import type { GrayPicture } from './gray-picture.ts';

/** Frames that look alike: one camera set-up, which need be looked for only once. Numbers of frames, in order. */
export type SetUp = readonly number[];

/** Longer side of the pictures that are compared, px, and how alike frames of one set-up are at least. */
const side = 20;
const leastLikeness = 0.9;

/** The small picture by which frames are put together. */
export const sketchOf = (picture: GrayPicture): Thumbnail => thumbnailOf(picture, side);

/** Puts frames together that look like the first one of their set-up. */
export function setUpsOf(sketches: readonly Thumbnail[]): readonly SetUp[] {
  const setUps: number[][] = [];
  for (const [frame, sketch] of sketches.entries()) {
    const known = setUps.find(([first]) => correlation(sketches[first!]!.data, sketch.data) >= leastLikeness);
    if (known === undefined) setUps.push([frame]);
    else known.push(frame);
  }
  return setUps;
}
