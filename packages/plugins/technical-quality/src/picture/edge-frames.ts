import type { FrameTable } from './frame-table.ts';
import { most } from './runs.ts';

/** Frames at an end of the episode that show something else than what follows or comes before. */
export interface StrayFrames {
  readonly where: 'first' | 'last';
  readonly frames: number;
}

/** Most frames that are stray and no short shot: the shortest that the shot detector takes for one is five. */
const mostFrames = 4;
/** A cut changes this share of the cells, and the picture by this much on average (0–255), as in the shot detector. */
const cutCells = 0.42;
const cutChange = 12;
/** And by so many times as much as the frames beside it. */
const cutRatio = 3;
/** Frames beside it. */
const beside = 3;

/** Stray frames at either end. */
export function strayFrames(table: FrameTable, isBlack: (frame: number) => boolean): readonly StrayFrames[] {
  const frames = table.time.length;
  if (frames < 4 * mostFrames) return [];
  const isCut = (frame: number, others: readonly [number, number]): boolean =>
    table.changedCells.at(frame) >= cutCells &&
    table.change.at(frame) >= cutChange &&
    table.change.at(frame) >= cutRatio * most(table.change, ...others);
  const found: StrayFrames[] = [];
  for (let cut = mostFrames; cut >= 1; cut--) {
    if (!isCut(cut, [cut + 1, cut + 1 + beside]) || isBlack(0) || isBlack(cut)) continue;
    found.push({ where: 'first', frames: cut });
    break;
  }
  for (let count = mostFrames; count >= 1; count--) {
    const cut = frames - count;
    if (!isCut(cut, [cut - beside, cut]) || isBlack(cut) || isBlack(cut - 1)) continue;
    found.push({ where: 'last', frames: count });
    break;
  }
  return found;
}
