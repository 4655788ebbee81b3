import type { FrameTable } from './frame-table.ts';
import { middle, most, runsOf, type Run } from './runs.ts';

/** A picture that stands still although something moved just before, frames `from` to `to` (the latter not included). */
export type StillStretch = Run;

/** A stretch in which frames are shown twice while the picture moves. */
export interface RepeatStretch extends Run {
  /** How many frames repeat the one before. */
  readonly repeated: number;
}

/** Frames before a stop that must have moved, and by how much in the cell that changes most, 0–255. */
const movingFrames = 8;
const moving = 2;
/** A coded picture is refreshed now and then: one frame that changes by no more than this between two long rows of still ones is no end. */
const refresh = 6;
const longRow = 10;
/** A repeated frame stands between frames that move by at least this. */
const clearlyMoving = 3;
/** Longest row of repeats that is a stutter and no stop; repeats further apart than that are two stretches. Frames. */
const longestStutter = 6;
const sameStutter = 50;

/** Rows of still frames with the frame that they repeat, joined over refreshes. */
function stillRuns({ time, still, cellChange }: FrameTable): readonly Run[] {
  const runs: Run[] = [];
  for (const { from, to } of runsOf(time.length, (frame) => still.at(frame) === 1)) {
    const last = runs.at(-1);
    const long = to - from >= longRow && last !== undefined && last.to - last.from > longRow;
    if (long && from - last.to <= 2 && most(cellChange, last.to, from) <= refresh) {
      runs[runs.length - 1] = { from: last.from, to };
    } else {
      runs.push({ from: from - 1, to });
    }
  }
  return runs;
}

/** Stops of at least `seconds` in the middle of movement. Black frames, and pictures that come with a cut, are not among them. */
export function stops(table: FrameTable, seconds: number): readonly StillStretch[] {
  const { time, cellChange, changedCells, deviation } = table;
  return stillRuns(table).filter(({ from, to }) => {
    const length = (time[to - 1] ?? 0) - (time[from] ?? 0);
    if (length < seconds || from < 2 || deviation.at(from) < 2) return false;
    if (changedCells.at(from) >= 0.4) return false;
    return middle(cellChange, from - movingFrames, from + 1) >= moving;
  });
}

/** Where frames are repeated while the picture moves. */
export function repeats({ time, still, cellChange }: FrameTable): readonly RepeatStretch[] {
  const stretches: RepeatStretch[] = [];
  for (const { from, to } of runsOf(time.length, (frame) => still.at(frame) === 1)) {
    const moves = cellChange.at(from - 1) >= clearlyMoving && cellChange.at(to) >= clearlyMoving;
    if (!moves || to - from > longestStutter || from < 2 || to >= time.length) continue;
    const last = stretches.at(-1);
    if (last !== undefined && from - last.to <= sameStutter) {
      stretches[stretches.length - 1] = { from: last.from, to, repeated: last.repeated + to - from };
    } else {
      stretches.push({ from, to, repeated: to - from });
    }
  }
  return stretches;
}
