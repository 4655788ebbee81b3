import type { Boundary } from './boundary.ts';
import { detectCuts } from './cut-detection.ts';
import { detectDissolves } from './dissolve-detection.ts';
import { detectFades } from './fade-detection.ts';
import type { FrameFeatures } from './frame-features.ts';
import type { ShotsOptions } from './options.ts';
import { detectWipes } from './wipe-detection.ts';

/** Boundaries between shots, in order. Pure: the same features and options give the same boundaries. */
export function detectTransitions(features: FrameFeatures, options: ShotsOptions): readonly Boundary[] {
  const { minimumFrames, graduals } = options;
  const cuts = detectCuts(features, minimumFrames);
  if (!graduals) return cuts;
  const fades = detectFades(features);
  const wipes = detectWipes(features).filter(
    ({ first, last }) => !fades.some((fade) => fade.end >= first && fade.first <= last),
  );
  const hard = cuts.filter(
    ({ frame }) =>
      fades.every((fade) => frame < fade.first - 2 || frame > fade.end + 2) &&
      wipes.every((wipe) => frame < wipe.first || frame > wipe.last),
  );
  const taken = (first: number, last: number): boolean =>
    hard.some(({ frame }) => frame > first - 1 && frame <= last + 1) ||
    [...fades, ...wipes].some(({ boundary: { frame } }) => frame > first - 4 && frame < last + 4) ||
    fades.some((fade) => fade.end >= first && fade.first <= last);
  const dissolves = detectDissolves(features, taken);
  const boundaries = [...hard, ...[...fades, ...wipes].map(({ boundary }) => boundary), ...dissolves];
  return boundaries.toSorted((a, b) => a.frame - b.frame);
}
