import { describe, descriptorLength, directionsOf } from './descriptor.ts';
import type { GrayPicture } from './gray-picture.ts';
import { keypointsOf, octavesOf } from './scale-space.ts';

/** Keypoints of a picture with their descriptors, as parallel arrays: 12 numbers and 128 bytes each. */
export interface Features {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Positions in px of the picture. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** σ in px of the picture, and direction in radians. */
  readonly sigma: Float32Array;
  readonly direction: Float32Array;
  /** `count × 128` whole numbers, see `descriptorNorm`. */
  readonly descriptors: Uint8Array;
}

/** Rows of a picture, as fractions (0–1) of its height, that are not part of the place: subtitles. */
export interface MaskedRows {
  readonly top: number;
  readonly bottom: number;
}

/** Most keypoints of a picture: at 1,000 the bench finds no more places and takes twice as long. */
const mostFeatures = 700;

/** Finds what is characteristic in a picture. Keypoints in masked rows are left out. */
export function featuresOf(picture: GrayPicture, masked: readonly MaskedRows[] = []): Features {
  const { width, height } = picture;
  const octaves = octavesOf(picture);
  const descriptors = new Uint8Array(mostFeatures * descriptorLength);
  const rows = { x: [] as number[], y: [] as number[], sigma: [] as number[], direction: [] as number[] };
  for (const keypoint of keypointsOf(octaves)) {
    const scale = 2 ** keypoint.octave;
    const share = (keypoint.y * scale) / height;
    if (masked.some(({ top, bottom }) => share >= top && share < bottom)) continue;
    const octave = octaves[keypoint.octave]!;
    for (const direction of directionsOf(octave, keypoint)) {
      if (rows.x.length === mostFeatures) break;
      describe(octave, keypoint, direction, descriptors, rows.x.length * descriptorLength);
      rows.x.push(keypoint.x * scale);
      rows.y.push(keypoint.y * scale);
      rows.sigma.push(keypoint.sigma * scale);
      rows.direction.push(direction);
    }
    if (rows.x.length === mostFeatures) break;
  }
  const count = rows.x.length;
  return {
    width,
    height,
    count,
    x: Float32Array.from(rows.x),
    y: Float32Array.from(rows.y),
    sigma: Float32Array.from(rows.sigma),
    direction: Float32Array.from(rows.direction),
    descriptors: descriptors.slice(0, count * descriptorLength),
  };
}
