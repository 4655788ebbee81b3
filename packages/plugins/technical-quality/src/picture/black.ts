import type { FrameTable } from './frame-table.ts';
import { runsOf } from './runs.ts';

/** A row of black frames. `entry` and `exit` say how it begins and ends: at a stroke, in steps, or with the file. */
export interface BlackStretch {
  /** First frame, and the first that is not black any more. */
  readonly from: number;
  readonly to: number;
  readonly entry: BlackEdge;
  readonly exit: BlackEdge;
}
/** See {@link BlackStretch}. */
export type BlackEdge = 'hard' | 'soft' | 'file';

/**
 * A black frame is dark and has nothing in it: mean and deviation of luma, 0–255. A night scene is dark but not even; a full-range file with
 * black at 16 is black.
 */
const dark = 20;
const even = 2;
/** A picture beside black that is at least this light (mean + 2 deviations), and of which so much is left, was not faded. */
const light = 25;
const left = 0.6;
/** Frames back, or on, with which the picture beside black is compared. */
const reach = 4;

/** Rows of black frames, in order. */
export function blackStretches(table: FrameTable): readonly BlackStretch[] {
  const frames = table.time.length;
  const level = (frame: number): number => table.mean.at(frame) + 2 * table.deviation.at(frame);
  const isBlack = (frame: number): boolean => table.mean.at(frame) <= dark && table.deviation.at(frame) < even;
  const edge = (beside: number, further: number): BlackEdge => {
    if (beside < 0 || beside >= frames) return 'file';
    const full = Math.max(level(beside), level(Math.min(frames - 1, Math.max(0, further))));
    return level(beside) >= light && level(beside) >= left * full ? 'hard' : 'soft';
  };
  return runsOf(frames, isBlack).map(({ from, to }) => ({
    from,
    to,
    entry: edge(from - 1, from - 1 - reach),
    exit: edge(to, to + reach),
  }));
}
