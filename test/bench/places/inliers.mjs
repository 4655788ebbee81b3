import { agreementOf, correspondences } from '@shenpian/plugin-place-evidence';

/** Keypoints of two pictures that agree on one similarity. */
export function inliersOf(from, to) {
  return agreementOf(from, to, correspondences(from, to))?.inliers.length ?? 0;
}
