import type { Input } from './input.ts';

/**
 * A filled row. `line` is the row of the sheet, or the line of a text file that the row begins in, from 1. Cells are texts as
 * written; numbers to the 15 digits that a spreadsheet shows, dates as `2026-12-01`, `2026-12-01 08:30:00` with a time,
 * error values as `#REF!`.
 */
export interface DataRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells that a merged cell covers, by their column from 0; they are empty in `cells`. Left out when there are none. */
  readonly merged?: Readonly<Record<number, MergedCell>>;
}

/** What a merged cell says, and where it begins: line as in {@link DataRow}, column from 0. */
export interface MergedCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A sheet of a workbook; a text file is one sheet without a name. */
export interface DataSheet {
  readonly name: string | null;
  /** Whether serial numbers of days count from 1904, not from 1900. */
  readonly dates1904?: boolean;
  readonly rows: readonly DataRow[];
}

/** A table that was handed in, as rows of text. What the columns mean is for checkers. */
export interface DataTable extends Input {
  /** The key of drama.yaml that names it, such as `release.metrics` or `evidence.expense-ledger`. */
  readonly key: string;
  readonly sheets: readonly DataSheet[];
}
