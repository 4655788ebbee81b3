import type { DataRow, MergedCell } from '../work/data-table.ts';
import type { MergedRange } from './xlsx-marks.ts';

/** More than any table has; a file made to swell ends here. */
const mostCells = 1_000_000;

/**
 * Rows with what the merged cells over them say; what a program keeps below a merged cell, and nobody sees, is left out.
 * Of ranges that overlap, which no spreadsheet writes, the first counts.
 */
export function withMergedCells(rows: readonly DataRow[], ranges: readonly MergedRange[]): readonly DataRow[] {
  const height = rows.length;
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const lent = new Map<number, Record<number, MergedCell>>();
  // Without overlap no cell is covered twice.
  let left = Math.min(mostCells, height * width);
  for (const { top, left: first, bottom, right } of ranges) {
    const lender = rows[top];
    const text = lender?.cells[first] ?? '';
    const [lastRow, lastColumn] = [Math.min(bottom, height - 1), Math.min(right, width - 1)];
    left -= Math.max(0, lastRow - top + 1) * Math.max(0, lastColumn - first + 1);
    if (left < 0) break;
    if (lender === undefined || text.trim() === '') continue;
    const cell = { text, line: lender.line, column: first };
    for (let row = top; row <= lastRow; row++) {
      const own = lent.get(row) ?? {};
      for (let column = first; column <= lastColumn; column++) {
        if (row !== top || column !== first) own[column] ??= cell;
      }
      if (Object.keys(own).length > 0) lent.set(row, own);
    }
  }
  return rows.map((row, index) => {
    const merged = lent.get(index);
    if (merged === undefined) return row;
    return { ...row, cells: row.cells.map((text, column) => (merged[column] === undefined ? text : '')), merged };
  });
}
