import { parseSceneHeading } from './scene-heading.ts';
import type { SourceLine } from './source-line.ts';
import { sceneTable } from './table-script.ts';
import type { Attributes } from './xml-events.ts';

/** Puts the lines of a Word document in order while it is read, those of tables by their cells. */
export interface DocumentTables {
  open(name: string, attributes: () => Attributes): void;
  close(name: string): void;
  add(line: SourceLine): void;
}

type Cell = SourceLine[];

/**
 * Collects into `lines`. A table with a row of column names is a scene table, as in Excel; in another one, a row of short cells that together
 * are a scene heading (`1-1 | 日 | 内 | 客厅`) is one line, with tabs between the cells. Tables within tables are text of their cell.
 */
export function openTables(lines: SourceLine[]): DocumentTables {
  let depth = 0;
  let span = 1;
  let rows: Cell[][] = [];
  return {
    open(name, attributes) {
      if (name === 'w:tbl' && ++depth === 1) rows = [];
      if (depth !== 1) return;
      if (name === 'w:tr') rows.push([]);
      else if (name === 'w:tc') rows.at(-1)?.push([]);
      else if (name === 'w:gridSpan') span = Number(attributes()['w:val']) || 1;
    },
    close(name) {
      if (depth === 1 && name === 'w:tc') {
        // A cell over several columns: the ones beside it stay under their names.
        rows.at(-1)?.push(...Array.from({ length: Math.min(span, 64) - 1 }, (): Cell => []));
        span = 1;
      }
      if (name === 'w:tbl' && depth-- === 1) lines.push(...tableLines(rows));
    },
    add(line) {
      (rows.at(-1)?.at(-1) && depth > 0 ? (rows.at(-1)?.at(-1) ?? lines) : lines).push(line);
    },
  };
}

function tableLines(rows: readonly (readonly Cell[])[]): SourceLine[] {
  const data = rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('\n')));
  const scenes = sceneTable(data, (row, column, part) => ({ line: rows[row]?.[column]?.[part]?.line ?? 0 }));
  return scenes ?? rows.flatMap((row) => headingRow(row) ?? row.flat());
}

const longestCell = 16;

function headingRow(row: readonly Cell[]): SourceLine[] | null {
  const cells = row.flatMap((cell) => cell.filter(({ text }) => text.trim() !== ''));
  const [first] = cells;
  if (!first || cells.length < 2 || cells.length > 8 || cells.some(({ text }) => text.length > longestCell))
    return null;
  const text = cells.map((cell) => cell.text.trim()).join('\t');
  const heading = parseSceneHeading(text);
  return heading && (heading.time !== null || heading.setting !== null) ? [{ line: first.line, text }] : null;
}
