import { descriptorLength, descriptorNorm } from './descriptor.ts';
import type { Features } from './features.ts';
import type { Correspondence } from './similarity.ts';

/** The nearest descriptor must be this much nearer than the second (Lowe, section 7.1), as a ratio of distances. */
const leastRatio = 0.8;

/** Scalar product of two descriptors: the larger, the more alike. */
export function likeness(a: Uint8Array, i: number, b: Uint8Array, j: number): number {
  let sum = 0;
  for (let k = 0; k < descriptorLength; k += 4) {
    sum +=
      a[i + k]! * b[j + k]! +
      a[i + k + 1]! * b[j + k + 1]! +
      a[i + k + 2]! * b[j + k + 2]! +
      a[i + k + 3]! * b[j + k + 3]!;
  }
  return sum;
}

/** Squared distance of two descriptors with that scalar product. */
export const distanceOf = (product: number): number => Math.max(0, 2 * (descriptorNorm - product));

/** Pairs of keypoints that look alike and like no other, the most alike first. One keypoint is in one pair at most. */
export function correspondences(from: Features, to: Features): readonly Correspondence[] {
  const best = new Map<number, { readonly from: number; readonly distance: number }>();
  for (let i = 0; i < from.count; i++) {
    let first = -1;
    let second = -1;
    let nearest = -1;
    for (let j = 0; j < to.count; j++) {
      const product = likeness(from.descriptors, i * descriptorLength, to.descriptors, j * descriptorLength);
      if (product > first) {
        second = first;
        first = product;
        nearest = j;
      } else if (product > second) second = product;
    }
    const distance = distanceOf(first);
    if (nearest < 0 || distance >= leastRatio ** 2 * distanceOf(second)) continue;
    const known = best.get(nearest);
    if (known === undefined || known.distance > distance) best.set(nearest, { from: i, distance });
  }
  return [...best].toSorted(([, a], [, b]) => a.distance - b.distance).map(([j, { from: i }]) => [i, j] as const);
}
