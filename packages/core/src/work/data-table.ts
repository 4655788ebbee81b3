import type { Input } from './input.ts';

/**
 * A filled row. `line` is the row of the sheet, or the line of a text file that the row begins in, from 1. Cells are texts as
 * written; numbers to the 15 digits that a spreadsheet shows, dates as `2026-12-01`, `2026-12-01 08:30:00` with a time.
 */
export interface DataRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A sheet of a workbook; a text file is one sheet without a name. */
export interface DataSheet {
  readonly name: string | null;
  readonly rows: readonly DataRow[];
}

/** A table that was handed in, as rows of text. What the columns mean is for checkers. */
export interface DataTable extends Input {
  /** The key of drama.yaml that names it, such as `release.metrics` or `evidence.expense-ledger`. */
  readonly key: string;
  readonly sheets: readonly DataSheet[];
}
