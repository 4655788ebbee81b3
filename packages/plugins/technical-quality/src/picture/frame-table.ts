import { GrowingColumn } from '../growing-column.ts';

/** What was measured of every frame; luma is 0–255, full range. */
export interface FrameTable {
  /** Presentation times, seconds. */
  readonly time: number[];
  readonly mean: GrowingColumn;
  /** Standard deviation of the luma within the frame. */
  readonly deviation: GrowingColumn;
  /** Mean absolute difference to the frame before. */
  readonly change: GrowingColumn;
  /** The same in the cell of the 16×16 that changed most. */
  readonly cellChange: GrowingColumn;
  /** Share (0–1) of cells whose mean changed by at least {@link otherCell}. */
  readonly changedCells: GrowingColumn;
  /** 1 when the frame shows the one before again; else 0. */
  readonly still: GrowingColumn;
  /** Shares (0–1) of cells that got lighter, and darker, by a flash's amount in this frame. */
  readonly lighter: GrowingColumn;
  readonly darker: GrowingColumn;
}

/** Difference of a cell's mean luma (0–255) from which it shows something else, as in the shot detector. */
export const otherCell = 12;

/** An empty table. */
export function frameTable(): FrameTable {
  const column = (): GrowingColumn => new GrowingColumn();
  return {
    time: [],
    mean: column(),
    deviation: column(),
    change: column(),
    cellChange: column(),
    changedCells: column(),
    still: column(),
    lighter: column(),
    darker: column(),
  };
}
