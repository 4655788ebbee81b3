import type { Boundary } from './boundary.ts';
import { detectCuts } from './cut-detection.ts';
import { detectDissolves } from './dissolve-detection.ts';
import { detectFades } from './fade-detection.ts';
import type { FrameFeatures } from './frame-features.ts';
import type { ShotsOptions } from './options.ts';

/**
 * Boundaries between shots, in order. Pure: the same features and options give the same boundaries. Another detector may
 * stand in its place.
 */
export function detectTransitions(features: readonly FrameFeatures[], options: ShotsOptions): readonly Boundary[] {
  const { minimumFrames, graduals } = options;
  const cuts = detectCuts(features, minimumFrames);
  if (!graduals) return cuts;
  const fades = detectFades(features);
  const hard = cuts.filter(({ frame }) => fades.every((fade) => frame < fade.first - 2 || frame > fade.end + 2));
  const taken = (first: number, last: number): boolean =>
    hard.some(({ frame }) => frame > first - 1 && frame <= last + 1) ||
    fades.some((fade) => fade.end >= first && fade.first <= last);
  const dissolves = detectDissolves(features, taken);
  const boundaries = [...hard, ...fades.map(({ boundary }) => boundary), ...dissolves];
  return boundaries.toSorted((a, b) => a.frame - b.frame);
}
