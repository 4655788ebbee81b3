import type { Picture, Shot, TimeRange } from '@shenpian/core';

/** Cells across and down of a print, over the upper part of the picture: subtitles are below it. */
export const printSide = 8;
/** Cells of a print. */
export const printCells = printSide * printSide;
const upperPart = 0.66;
/** Prints a second: a piece of footage that is used again begins at any frame, at most half a step beside a print. */
export const printRate = 10;
/** Mean luma difference (0–255) of the cell that changes most, up to which two frames are the same picture: chosen on the seen films of test/bench/padding.mjs. */
const sameFrame = 0.9;
/** Seconds from which on a picture that does not move is told: shorter holds are cutting, or a pause. */
const leastStill = 2;
/** Frames from one new picture to the next that are looked for: slowed to a half, a third, a quarter. */
const periods = [2, 3, 4] as const;
/** Share of new pictures that change more than both neighbours, and periods that a shot must hold. */
const leastRegular = 0.85;
const leastPeriods = 6;
/** How many times a new picture must change as much as a repeated one, and by how much luma (0–255) more: codecs have a rhythm too. */
const freshRatio = 1.6;
const freshMore = 1;

/** How the picture of one shot moves. */
export interface ShotMovement extends TimeRange {
  /** Stretches of {@link leastStill} seconds and more in which nothing moves at all. */
  readonly still: readonly TimeRange[];
  /** 1 for footage as it was taken; 2, 3 or 4 when each picture was repeated to make so many. */
  readonly slowed: number;
  /** {@link printRate} prints a second from the start on, {@link printCells} mean lumas (0–255) each, as base64. */
  readonly prints: string;
}

/** Frames of an episode, measured one by one. */
export interface MovementMeter {
  push(time: number, picture: Picture): void;
  /** What was measured, by shot. */
  shots(shots: readonly Shot[]): readonly ShotMovement[];
}

/** Starts to measure an episode. It keeps 64 bytes and a few numbers for each frame. */
export function createMovementMeter(): MovementMeter {
  const times: number[] = [];
  const changes: number[] = [];
  const prints: Uint8Array[] = [];
  let before: Uint8Array | null = null;
  return {
    push(time, { width, height, data }) {
      const rows = Math.floor(height * upperPart);
      const upper = data.subarray(0, width * rows);
      times.push(time);
      changes.push(before?.length === upper.length ? mostChanged(upper, before, width, rows) : Infinity);
      prints.push(Uint8Array.from(cellMeans(upper, width, rows), Math.round));
      before = upper.slice();
    },
    shots(shots) {
      return shots.map((shot) => movementOf(shot, { times, changes, prints }));
    },
  };
}

interface Measured {
  readonly times: readonly number[];
  readonly changes: readonly number[];
  readonly prints: readonly Uint8Array[];
}

function movementOf({ start, end }: TimeRange, { times, changes, prints }: Measured): ShotMovement {
  const first = times.findIndex((time) => time >= start - 1e-6);
  if (first < 0) return { start, end, still: [], slowed: 1, prints: '' };
  let after = first;
  while (after < times.length && times[after]! < end - 1e-6) after++;
  const own = times.slice(first, after);
  const steps = Math.max(0, Math.floor((end - start) * printRate));
  const bytes = new Uint8Array(steps * printCells);
  let frame = 0;
  for (let step = 0; step < steps; step++) {
    const time = start + step / printRate;
    while (frame + 1 < own.length && Math.abs(own[frame + 1]! - time) <= Math.abs(own[frame]! - time)) frame++;
    const print = prints[first + frame];
    if (print) bytes.set(print, step * printCells);
  }
  return {
    start,
    end,
    still: stillRuns(own, changes.slice(first, after), end),
    // The frames at both ends belong to the transitions.
    slowed: repeatsOf(perStep(changes, times, first + 1, after - 1)),
    prints: Buffer.from(bytes).toString('base64'),
  };
}

function stillRuns(times: readonly number[], changes: readonly number[], end: number): readonly TimeRange[] {
  const runs: TimeRange[] = [];
  let from = 0;
  for (let frame = 1; frame <= times.length; frame++) {
    if (frame < times.length && changes[frame]! <= sameFrame) continue;
    const run = { start: times[from] ?? 0, end: times[frame] ?? end };
    if (run.end - run.start >= leastStill) runs.push(run);
    from = frame;
  }
  return runs;
}

/** Changes by frame; where frames were left out, by as many as fit in between. */
function perStep(changes: readonly number[], times: readonly number[], from: number, to: number): readonly number[] {
  const steps = changes
    .slice(from, to)
    .map((change, index) => ({ change, step: times[from + index]! - times[from + index - 1]! }));
  const least = Math.min(...steps.map(({ step }) => step));
  return steps.map(({ change, step }) => change / Math.max(1, Math.round(step / least)));
}

/** How many frames each picture of a shot stands, when that is always the same; 1 when nothing says so. */
function repeatsOf(changes: readonly number[]): number {
  return periods.find((period) => hasRhythm(changes, period)) ?? 1;
}

// A new picture every `period` frames, and in between only noise. People who hold still keep no time.
function hasRhythm(changes: readonly number[], period: number): boolean {
  if (changes.length < leastPeriods * period) return false;
  const phases = Array.from({ length: period }, (_, phase) =>
    mean(changes.filter((_change, frame) => frame % period === phase)),
  );
  const fresh = phases.indexOf(Math.max(...phases));
  const repeated = Math.max(...phases.filter((_, phase) => phase !== fresh));
  if (phases[fresh]! < freshRatio * repeated || phases[fresh]! < repeated + freshMore) return false;
  const inner = changes.flatMap((change, frame) =>
    frame % period === fresh && frame > 0 && frame + 1 < changes.length
      ? [change > changes[frame - 1]! && change > changes[frame + 1]!]
      : [],
  );
  return inner.filter(Boolean).length >= leastRegular * inner.length;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function cellMeans(data: Uint8Array, width: number, height: number): Float32Array {
  const means = new Float32Array(printCells);
  for (let row = 0; row < printSide; row++) {
    const [top, bottom] = [edge(row, height), edge(row + 1, height)];
    for (let column = 0; column < printSide; column++) {
      const [left, right] = [edge(column, width), edge(column + 1, width)];
      let sum = 0;
      for (let y = top; y < bottom; y++) for (let i = y * width + left; i < y * width + right; i++) sum += data[i]!;
      means[row * printSide + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return means;
}

function mostChanged(a: Uint8Array, b: Uint8Array, width: number, height: number): number {
  let most = 0;
  for (let row = 0; row < printSide; row++) {
    const [top, bottom] = [edge(row, height), edge(row + 1, height)];
    for (let column = 0; column < printSide; column++) {
      const [left, right] = [edge(column, width), edge(column + 1, width)];
      let sum = 0;
      for (let y = top; y < bottom; y++) {
        for (let i = y * width + left; i < y * width + right; i++) sum += Math.abs(a[i]! - b[i]!);
      }
      most = Math.max(most, sum / ((bottom - top) * (right - left)));
    }
  }
  return most;
}

const edge = (part: number, size: number): number => Math.floor((part * size) / printSide);
