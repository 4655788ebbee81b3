import type { FrameTable } from './frame-table.ts';
import { middle, runsOf, type Run } from './runs.ts';

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
/**
 * Coding goes on in a picture that stands: a keyframe codes it anew, which changes the worst cell by no more than `refresh` and the whole picture
 * by at least a quarter of that; and the first frames sharpen it, by less than `sharpening` each.
 */
const refresh = 6;
const everywhere = 0.25;
const sharpening = 1;
const sharpeningFrames = 15;
/** A repeated frame stands between frames that move by this, on average over the picture (0–255); its worst cell changes by this share of theirs, and by no more than that. */
const clearlyMoving = 0.7;
const repeatShare = 0.15;
const repeatMost = 3;
/** Share of cells that change in a cut or a flash: what stands still there is no repeat. */
const otherPicture = 0.4;
/** Longest row of repeats that is a stutter and no stop; repeats further apart than that are two stretches. Frames. */
const longestStutter = 6;
const sameStutter = 50;

/** Rows of still frames with the frame that they repeat, joined over refreshes. */
function stillRuns({ time, still, change, cellChange }: FrameTable): readonly Run[] {
  const isCoding = (frame: number, since: number): boolean => {
    const worst = cellChange.at(frame);
    if (worst <= sharpening) return frame - since <= sharpeningFrames;
    return worst <= refresh && change.at(frame) >= everywhere * worst;
  };
  const runs: Run[] = [];
  for (const { from, to } of runsOf(time.length, (frame) => still.at(frame) === 1)) {
    const last = runs.at(-1);
    if (last !== undefined && from - last.to === 1 && isCoding(last.to, last.from)) {
      runs[runs.length - 1] = { from: last.from, to };
    } else {
      runs.push({ from: from - 1, to });
    }
  }
  return runs;
}

/** Change of the worst cell, as a share of what it was while the picture moved, up to which a frame at either end belongs to the stop. */
const belongs = 0.2;

/** Stops of at least `seconds` in the middle of movement. Black frames, and pictures that come with a cut, are not among them. */
export function stops(table: FrameTable, seconds: number): readonly StillStretch[] {
  const { time, cellChange, changedCells, deviation } = table;
  return stillRuns(table).flatMap((run) => {
    let { from, to } = run;
    const movement = middle(cellChange, from - movingFrames, from);
    if (from < 2 || movement < moving) return [];
    for (let i = 0; i < movingFrames && cellChange.at(from) <= belongs * movement; i++) from--;
    for (let i = 0; i < movingFrames && to < time.length && cellChange.at(to) <= belongs * movement; i++) to++;
    const length = (time[to - 1] ?? 0) - (time[from] ?? 0);
    const cut = changedCells.at(from) >= otherPicture;
    return length < seconds || from < 2 || deviation.at(from) < 2 || cut ? [] : [{ from, to }];
  });
}

/** Where frames are repeated while the picture moves. */
export function repeats({
  time,
  still,
  change,
  cellChange,
  changedCells,
  deviation,
}: FrameTable): readonly RepeatStretch[] {
  const stretches: RepeatStretch[] = [];
  const moves = (frame: number): boolean => change.at(frame) >= clearlyMoving && changedCells.at(frame) < otherPicture;
  const isRepeat = (frame: number): boolean =>
    still.at(frame) === 1 ||
    cellChange.at(frame) <=
      Math.min(repeatMost, repeatShare * Math.min(cellChange.at(frame - 1), cellChange.at(frame + 1)));
  for (const { from, to } of runsOf(time.length, isRepeat)) {
    if (!moves(from - 1) || !moves(to) || deviation.at(from) < 2) continue;
    if (to - from > longestStutter || from < 2 || to >= time.length) continue;
    const last = stretches.at(-1);
    if (last !== undefined && from - last.to <= sameStutter) {
      stretches[stretches.length - 1] = { from: last.from, to, repeated: last.repeated + to - from };
    } else {
      stretches.push({ from, to, repeated: to - from });
    }
  }
  return stretches;
}
