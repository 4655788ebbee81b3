import type { DataRow, DataSheet, MergedCell } from '../work/data-table.ts';
import { parseDateCell } from './date-text.ts';

/** A column of a table. */
export interface NamedColumn<Field extends string> {
  /** From 0. */
  readonly index: number;
  /** As the table writes it. */
  readonly name: string;
  /** What it holds; null when the name is none of the known ones. */
  readonly field: Field | null;
  /** What its numbers are multiplied with: 10,000 for `播放量（万）`. */
  readonly factor: number;
}

/** A sheet whose columns have names. `rows` are those below the names. */
export interface NamedTable<Field extends string> {
  readonly sheet: string | null;
  readonly columns: readonly NamedColumn<Field>[];
  readonly rows: readonly DataRow[];
  /** Whether serial numbers of days count from 1904, not from 1900. */
  readonly dates1904?: boolean;
}

/** Titles and remarks may stand above the names of the columns. */
const rowsBeforeNames = 12;

const units: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, w: 1e4, 百万: 1e6, 亿: 1e8 };

/**
 * Finds the row of column names in a sheet.
 *
 * @param fieldOf the field that a name stands for, given without spaces, marks and what is in brackets, in lower case; null for none
 * @param suffices whether these fields make a table
 * @returns null when no row near the top names such columns
 */
export function namedTable<Field extends string>(
  { name, rows, dates1904 = false }: DataSheet,
  fieldOf: (name: string) => Field | null,
  suffices: (fields: ReadonlySet<Field>) => boolean,
): NamedTable<Field> | null {
  for (const [index, { cells }] of rows.slice(0, rowsBeforeNames).entries()) {
    const columns = cells.flatMap((cell, column): NamedColumn<Field>[] =>
      cell.trim() === ''
        ? []
        : [{ index: column, name: cell.trim(), field: fieldOf(bareName(cell)), factor: factorOf(cell) }],
    );
    const fields = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field])));
    if (!suffices(fields)) continue;
    return { sheet: name, columns, rows: rows.slice(index + 1), ...(dates1904 ? { dates1904 } : {}) };
  }
  return null;
}

/** The cell of a field in a row, without spaces around it; empty when the table has no such column. */
export function cellOf<Field extends string>({ columns }: NamedTable<Field>, { cells }: DataRow, field: Field): string {
  const column = columns.find((each) => each.field === field);
  return column === undefined ? '' : (cells[column.index] ?? '').trim();
}

/** The merged cell of the same column that begins above a row and covers its cell of a field; null when none does. */
export function mergedAbove<Field extends string>(
  { columns }: NamedTable<Field>,
  { line, merged }: DataRow,
  field: Field,
): MergedCell | null {
  const index = columns.find((each) => each.field === field)?.index;
  const cell = index === undefined ? undefined : merged?.[index];
  return cell !== undefined && cell.column === index && cell.line < line ? cell : null;
}

/**
 * As {@link cellOf}; a cell that a merged cell covers says what that says. Not for amounts: one that is merged over several rows
 * stands for all of them together.
 */
export function filledCellOf<Field extends string>(table: NamedTable<Field>, row: DataRow, field: Field): string {
  const index = table.columns.find((each) => each.field === field)?.index;
  const above = index === undefined ? undefined : row.merged?.[index];
  return cellOf(table, row, field) || (above?.text.trim() ?? '');
}

/** The cell of a column of dates, filled as by {@link filledCellOf}, and its ISO date; null when it is none. */
export function dateCellOf<Field extends string>(
  table: NamedTable<Field>,
  row: DataRow,
  field: Field,
): { readonly text: string; readonly isoDate: string | null } {
  const text = filledCellOf(table, row, field);
  return { text, isoDate: parseDateCell(text, table.dates1904) };
}

const bareName = (cell: string): string =>
  cell
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/gu, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

function factorOf(cell: string): number {
  const unit = /[(【[](?:单位:)?(百万|千|万|亿|w)[^()【】[\]]*[)】\]]/iu.exec(cell.normalize('NFKC'))?.[1];
  return unit === undefined ? 1 : (units[unit.toLowerCase()] ?? 1);
}
