import type { Boundary } from './boundary.ts';
import { isBlank } from './fade-detection.ts';
import { cellBytes, cellCount, cellsPerSide, type FrameFeatures } from './frame-features.ts';

/** Keyframes per shot. */
const most = 3;
/** Frames of a shot that are looked at: a long one is looked at in steps. */
const looked = 80;
/** Frames after a cut that the encoder may still be sharpening. */
const settling = 2;
/** Rows of cells above subtitles and graphics; below, only what is more than a subtitle counts. */
const rowsAbove = 5;
/** Mean difference of a cell (luma, Cb and Cr together) at which another keyframe shows something else, and up to which frames show the same. */
const otherView = 28;
const sameView = 20;
/** Frames in a row that must show the same as a further keyframe. */
const lasting = 10;
/** How much a subtitle changes its cells at the most. */
const subtitleOnly = 35;
/** What a cell that is not as usual costs, against sharpness 0–1. */
const untypical = 0.04;

/** Frames from the first to before the end. */
type Stretch = readonly [first: number, end: number];

const allCells = Array.from({ length: cellCount }, (_, cell) => cell);
const upperCells = allCells.filter((cell) => cell < rowsAbove * cellsPerSide);
const lowerCells = allCells.filter((cell) => cell >= rowsAbove * cellsPerSide);

/**
 * Times (seconds, in order) of the frames that stand best for their shots, at most three a shot: sharp, as the shot mostly
 * looks (so that nobody is just walking past), outside transitions, whatever the subtitles say. Further
 * ones only where the shot shows something else for a while. A shot of any length has at least one.
 *
 * @param boundaries between shots, in order
 */
export function keyframesOf(features: FrameFeatures, boundaries: readonly Boundary[]): readonly number[] {
  const edges = [{ frame: 0, reach: 0 }, ...boundaries, { frame: features.frames, reach: 0 }];
  return edges.slice(0, -1).flatMap((edge, index) => {
    const next = edges[index + 1]!;
    if (next.frame <= edge.frame) return [];
    const first = edge.frame + Math.max(settling, edge.reach);
    const end = next.frame - next.reach;
    const middle = (edge.frame + next.frame) >> 1;
    const inside: Stretch = end > first ? [first, end] : [middle, middle + 1];
    return shotKeyframes(features, inside).map((frame) => features.time[frame]!);
  });
}

function shotKeyframes(features: FrameFeatures, [first, end]: Stretch): readonly number[] {
  const step = Math.ceil((end - first) / looked);
  const all = Array.from({ length: Math.ceil((end - first) / step) }, (_, index) => first + index * step);
  const shown = all.filter((frame) => !isBlank(features, frame));
  const frames = shown.length > 0 ? shown : all;
  const scores = scoresOf(features, frames);
  const ranked = frames.toSorted((a, b) => scores.get(b)! - scores.get(a)!);
  const chosen: number[] = [];
  for (const frame of ranked) {
    if (chosen.length === most) break;
    if (chosen.some((other) => difference(features, frame, other) < otherView)) continue;
    if (chosen.length > 0 && !lasts(features, frame, [first, end])) continue;
    chosen.push(frame);
  }
  return chosen.toSorted((a, b) => a - b);
}

// Sharpness against the shot's sharpest frames, less what is not as it mostly is.
function scoresOf(features: FrameFeatures, frames: readonly number[]): ReadonlyMap<number, number> {
  const { sharpness } = features;
  const ordered = Float32Array.from(frames, (frame) => sharpness[frame]!).sort();
  const sharp = Math.max(1, ordered[Math.floor(0.9 * (frames.length - 1))]!);
  const usual = usualCells(features, frames);
  return new Map(
    frames.map((frame) => {
      const odd = viewDistance(features, frame, usual, 0) + coverage(features, frame, usual);
      return [frame, Math.min(1, sharpness[frame]! / sharp) - untypical * odd];
    }),
  );
}

// The median of every cell.
function usualCells({ cells }: FrameFeatures, frames: readonly number[]): Uint8Array {
  const values = new Uint8Array(frames.length);
  const usual = new Uint8Array(cellBytes);
  for (let entry = 0; entry < cellBytes; entry++) {
    for (let index = 0; index < frames.length; index++) values[index] = cells[frames[index]! * cellBytes + entry]!;
    usual[entry] = values.sort()[frames.length >> 1]!;
  }
  return usual;
}

// The frames around it show the same, so that it is neither a light that flickers nor someone who passes.
function lasts(features: FrameFeatures, frame: number, [first, end]: Stretch): boolean {
  let [from, to] = [frame, frame + 1];
  while (from > first && difference(features, frame, from - 1) < sameView) from--;
  while (to < end && to - from < lasting && difference(features, frame, to) < sameView) to++;
  return to - from >= lasting;
}

function difference(features: FrameFeatures, a: number, b: number): number {
  return viewDistance(features, a, features.cells, b * cellBytes);
}

// Mean difference of a cell above the subtitles.
function viewDistance({ cells }: FrameFeatures, frame: number, others: Uint8Array, from: number): number {
  let sum = 0;
  for (const cell of upperCells) sum += cellDistance(cells, frame * cellBytes + cell, others, from + cell);
  return sum / upperCells.length;
}

// What covers the picture below and is more than a subtitle, as a mean over the cells there.
function coverage({ cells }: FrameFeatures, frame: number, usual: Uint8Array): number {
  let sum = 0;
  for (const cell of lowerCells) {
    sum += Math.max(0, cellDistance(cells, frame * cellBytes + cell, usual, cell) - subtitleOnly);
  }
  return sum / lowerCells.length;
}

function cellDistance(a: Uint8Array, at: number, b: Uint8Array, from: number): number {
  let sum = 0;
  for (let plane = 0; plane < cellBytes; plane += cellCount) sum += Math.abs(a[at + plane]! - b[from + plane]!);
  return sum;
}
