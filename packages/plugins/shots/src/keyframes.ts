import type { Boundary } from './boundary.ts';
import { isFlat } from './fade-detection.ts';
import { cellBytes, cellCount, cellsPerSide, type FrameFeatures } from './frame-features.ts';

/** Keyframes per shot. */
const most = 3;
/** Frames of a shot that are looked at: a long one is looked at in steps. */
const looked = 200;
/** Frames after a cut that the encoder may still be sharpening. */
const settling = 2;
/** Rows of cells where subtitles stand in a vertical picture: they are not looked at. */
const subtitleRows = [5, 6];
/** Mean difference of a cell (luma, Cb and Cr together) at which another keyframe shows something else, and up to which frames show the same. */
const otherView = 40;
const sameView = 20;
/** Frames that must show the same as a further keyframe: what passes by does not. */
const lasting = 8;
/** What a cell that is not as usual costs, against sharpness 0–1. */
const untypical = 0.04;

const viewCells = Array.from({ length: cellCount }, (_, cell) => cell).filter(
  (cell) => !subtitleRows.includes(Math.floor(cell / cellsPerSide)),
);

/**
 * Times (seconds, in order) of the frames that stand best for their shots, at most three a shot: sharp, as the shot mostly
 * looks (so that nobody is just walking past), outside transitions, and without regard to the rows where subtitles stand. Further
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
    const inside = end > first ? [first, end] : [(edge.frame + next.frame) >> 1, ((edge.frame + next.frame) >> 1) + 1];
    return shotKeyframes(features, inside[0]!, inside[1]!).map((frame) => features.time[frame]!);
  });
}

function shotKeyframes(features: FrameFeatures, first: number, end: number): readonly number[] {
  const step = Math.ceil((end - first) / looked);
  const all = Array.from({ length: Math.ceil((end - first) / step) }, (_, index) => first + index * step);
  const shown = all.filter((frame) => !isFlat(features, frame));
  const frames = shown.length > 0 ? shown : all;
  const scores = scoresOf(features, frames);
  const ranked = frames.toSorted((a, b) => scores.get(b)! - scores.get(a)!);
  const chosen: number[] = [];
  for (const frame of ranked) {
    if (chosen.length === most) break;
    if (chosen.some((other) => difference(features, frame, other) < otherView)) continue;
    if (chosen.length > 0 && !lasts(features, frame, frames, step)) continue;
    chosen.push(frame);
  }
  return chosen.toSorted((a, b) => a - b);
}

// Sharpness against the shot's sharpest frames, less what is not as it mostly is.
function scoresOf(features: FrameFeatures, frames: readonly number[]): ReadonlyMap<number, number> {
  const { sharpness } = features;
  const sharp = Math.max(
    1,
    quantile(
      frames.map((frame) => sharpness[frame]!),
      0.9,
    ),
  );
  const usual = usualCells(features, frames);
  return new Map(
    frames.map((frame) => {
      const odd = viewDistance(features, frame, (plane, cell) => usual[plane * cellCount + cell]!);
      return [frame, Math.min(1, sharpness[frame]! / sharp) - untypical * odd];
    }),
  );
}

function usualCells({ cells }: FrameFeatures, frames: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: cellBytes }, (_, entry) =>
    quantile(
      frames.map((frame) => cells[frame * cellBytes + entry]!),
      0.5,
    ),
  );
}

function lasts(features: FrameFeatures, frame: number, frames: readonly number[], step: number): boolean {
  const same = frames.filter((other) => difference(features, frame, other) < sameView);
  return same.length * step >= lasting;
}

const difference = (features: FrameFeatures, a: number, b: number): number =>
  viewDistance(features, a, (plane, cell) => features.cells[b * cellBytes + plane * cellCount + cell]!);

function viewDistance({ cells }: FrameFeatures, frame: number, other: (plane: number, cell: number) => number): number {
  let sum = 0;
  for (let plane = 0; plane < 3; plane++) {
    for (const cell of viewCells)
      sum += Math.abs(cells[frame * cellBytes + plane * cellCount + cell]! - other(plane, cell));
  }
  return sum / viewCells.length;
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
}
