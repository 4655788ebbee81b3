import { secondsAcross, type Boundary } from './boundary.ts';
import { spanIndex, spanLengths, type FrameFeatures } from './frame-features.ts';

/** A frame is flat when its luma hardly varies and is near black or white (0–255). */
const flatDeviation = 9;
const black = 30;
const white = 215;
/** A dark scene is nearly flat too: somewhere a fade is flatter, and black or white indeed (mean luma; dark scenes of the seen films have 8 and more). */
const flattest = 4;
const quiteBlack = 6;
const quiteWhite = 249;
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
  /** In the middle of what is black or white. */
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
    const fade = fadeIn(features, first, end);
    if (fade) fades.push(fade);
    first = end - 1;
  }
  return fades;
}

// What is black or white indeed, with the frames beside it that are nearly so: a dark scene before or after it is none of the fade.
function fadeIn(features: FrameFeatures, flatFirst: number, flatEnd: number): Fade | null {
  let reached = flatFirst;
  while (reached < flatEnd && !isReached(features, reached)) reached++;
  if (reached === flatEnd) return null;
  let left = flatEnd;
  while (!isReached(features, left - 1)) left--;
  const [first, end] = [Math.max(flatFirst, reached - veiled), Math.min(flatEnd, left + veiled)];
  if (first === 0 || end === features.frames) return null;
  if (!isGradual(features, reached, left) || !isDifferent(features, first, end)) return null;
  const frame = (reached + left) >> 1;
  const reach = Math.max(frame - first, end - frame) + veiled;
  // Without the light at both sides, which comes and goes at its own pace.
  const seconds = secondsAcross(features, first - 1, end);
  const boundary: Boundary = {
    frame,
    time: features.time[frame]!,
    transition: 'gradual',
    confidence: 0.9,
    reach,
    seconds,
  };
  return { boundary, first, end };
}

/** Whether the frame shows nothing at all. */
export function isBlank(features: FrameFeatures, frame: number): boolean {
  return isFlat(features, frame) && features.deviation[frame]! < flattest;
}

function isFlat({ deviation, mean }: FrameFeatures, frame: number): boolean {
  return deviation[frame]! < flatDeviation && (mean[frame]! < black || mean[frame]! > white);
}

function isReached({ deviation, mean }: FrameFeatures, frame: number): boolean {
  return deviation[frame]! < flattest && (mean[frame]! < quiteBlack || mean[frame]! > quiteWhite);
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
