import type { Boundary } from './boundary.ts';
import { spanAt, spanLengths, type FrameFeatures } from './frame-features.ts';

/** A frame is flat when its luma hardly varies and is near black or white (0–255). */
const flatDeviation = 9;
const black = 30;
const white = 215;
/** Structure (0–2) in which the pictures before and after a flat stretch must differ to be different shots. */
const unlike = 0.3;

/** A fade through black or white, with its flat stretch, so that cuts in it can be left out. */
export interface Fade {
  /** At the middle of the stretch. */
  readonly boundary: Boundary;
  /** Index of the first flat frame. */
  readonly first: number;
  /** Index after the last flat frame. */
  readonly end: number;
}

/** Flat stretches between two different pictures. A fade in at the start, or out at the end, separates nothing. */
export function detectFades(features: readonly FrameFeatures[]): readonly Fade[] {
  const fades: Fade[] = [];
  for (let first = 0; first < features.length; first++) {
    if (!isFlat(features[first]!)) continue;
    let end = first;
    while (end < features.length && isFlat(features[end]!)) end++;
    if (first > 0 && end < features.length && isDifferent(features, first, end)) {
      const frame = (first + end) >> 1;
      const { time } = features[frame]!;
      const boundary = { frame, time, transition: 'gradual' as const, confidence: 0.9 };
      fades.push({ boundary, first, end });
    }
    first = end;
  }
  return fades;
}

// Whether the frame shows nothing.
function isFlat(frame: FrameFeatures): boolean {
  return frame.deviation < flatDeviation && (frame.mean < black || frame.mean > white);
}

// Compared over every span that reaches across the stretch: while a flash fades away, its light hides the picture.
function isDifferent(features: readonly FrameFeatures[], first: number, end: number): boolean {
  for (const length of spanLengths) {
    for (let last = end; last - length < first; last++) {
      const span = spanAt(features, last, length);
      if (span && span.structure < unlike) return false;
    }
  }
  return true;
}
