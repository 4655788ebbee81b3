import { secondsAcross, type Boundary } from './boundary.ts';
import { spanIndex, spanLengths, type FrameFeatures } from './frame-features.ts';

/** A frame is flat when its luma hardly varies and is near black or white (0–255). */
const flatDeviation = 9;
const black = 30;
const white = 215;
/** A dark scene is nearly flat too: the flattest frame of a fade is flatter. */
const flattest = 4;
/** Luma (0–255) that changes at once, and against the frame beside it, where something is cut. */
const jump = 8;
const jumpRatio = 3;
/** Structure (0–2) in which the pictures before and after a flat stretch must differ to be different shots. */
const unlike = 0.3;
/** Luma (0–255) and blocks (0–1) up to which they are the same all the same. */
const sameLuma = 4;
const sameBlocks = 0.15;
/** Frames beside the flat ones in which the picture is still veiled: fades of up to half a second. */
const veiled = 12;

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
export function detectFades(features: FrameFeatures): readonly Fade[] {
  const fades: Fade[] = [];
  for (let first = 0; first < features.frames; first++) {
    if (!isFlat(features, first)) continue;
    let end = first;
    // From black to white something happened.
    const light = (frame: number): boolean => features.mean[frame]! > white;
    while (end < features.frames && isFlat(features, end) && light(end) === light(first)) end++;
    const least = Math.min(...features.deviation.subarray(first, end));
    if (
      first > 0 &&
      end < features.frames &&
      least < flattest &&
      isGradual(features, first, end) &&
      isDifferent(features, first, end)
    ) {
      const frame = (first + end) >> 1;
      const reach = Math.ceil((end - first) / 2) + veiled;
      const time = features.time[frame]!;
      // Without the light at both sides, which comes and goes at its own pace.
      const seconds = secondsAcross(features, first - 1, end);
      const boundary: Boundary = { frame, time, transition: 'gradual', confidence: 0.9, reach, seconds };
      fades.push({ boundary, first, end });
    }
    first = end - 1;
  }
  return fades;
}

/** Whether the frame shows nothing at all. */
export function isBlank(features: FrameFeatures, frame: number): boolean {
  return isFlat(features, frame) && features.deviation[frame]! < flattest;
}

function isFlat({ deviation, mean }: FrameFeatures, frame: number): boolean {
  return deviation[frame]! < flatDeviation && (mean[frame]! < black || mean[frame]! > white);
}

// A dark scene between two cuts, or a cut and a flash, is no fade: on one side at least the light goes in steps.
function isGradual({ luma }: FrameFeatures, first: number, end: number): boolean {
  const jumps = (frame: number, beside: number): boolean =>
    luma[frame]! >= jump && luma[frame]! > jumpRatio * Math.max(1, luma[beside]!);
  return !(jumps(first, first - 1) && jumps(end, end + 1));
}

// Compared over every span that reaches across the stretch: while a flash fades away, its light hides the picture.
function isDifferent(features: FrameFeatures, first: number, end: number): boolean {
  for (const length of spanLengths) {
    for (let last = end; last - length < first; last++) {
      const span = spanIndex(features, last, length);
      if (span < 0) continue;
      // In the dark, structure is noise: there the light itself must differ.
      const { spanStructure, spanLuma, spanBlocks } = features;
      if (spanStructure[span]! < unlike || (spanLuma[span]! < sameLuma && spanBlocks[span]! < sameBlocks)) return false;
    }
  }
  return true;
}
