/** A row of a table, with the line of the file, from 1, that it begins in. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of comma-separated text (RFC 4180): quoted cells may hold commas, line ends and doubled quotes. Empty rows are left out. */
export function parseTable(text: string): TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  // A cell, and what ends it: a comma, a line end or the end of the text.
  for (const [whole, quoted, bare = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))[^\S\r\n]*(,|\r\n|\n|\r|$)/g,
  )) {
    cells.push(quoted?.replaceAll('""', '"') ?? bare);
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',') continue;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begun, cells });
    [cells, begun] = [[], line];
  }
  return rows;
}
