import { shapeOf } from './line-shape.ts';
import { parseEpisodeHeading, parseSceneDetail, parseSceneHeading, type SceneHeading } from './scene-heading.ts';
import type { LineShape, SourceLine } from './source-line.ts';
import { fieldOf, type TableField } from './table-columns.ts';

/** A cell as the spreadsheet reader gives it. */
export type CellContent = string | number | boolean | Date | null;

/** A sheet of a workbook. */
export interface TableSheet {
  readonly sheet: string;
  readonly data: readonly (readonly CellContent[])[];
}

/** Where a line within a cell is; `row` and `column` from 0, `part` the line within the cell. */
export type CellPlace = (row: number, column: number, part: number) => Pick<SourceLine, 'line' | 'cell'>;

/**
 * Lines of a workbook. In a sheet with a row of column names each row is a scene; a row without number and place goes on with the scene above, as
 * merged cells do. A sheet without column names is read as text, row by row. Every filled cell is a line at least.
 */
export function workbookLines(sheets: readonly TableSheet[]): SourceLine[] {
  const filled = sheets.filter(({ data }) => data.length > 0);
  return filled.flatMap(({ sheet, data }) => {
    const prefix = filled.length > 1 ? `${sheet}!` : '';
    const place: CellPlace = (row, column) => ({ line: row + 1, cell: `${prefix}${letters(column)}${row + 1}` });
    return sceneTable(data, place) ?? textTable(data, place);
  });
}

function textTable(data: TableSheet['data'], place: CellPlace): SourceLine[] {
  return data.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      written(cell)
        .split(lineEnd)
        .map((text, part) => ({ ...place(r, c, part), text })),
    ),
  );
}

// Titles and remarks may stand above the names of the columns.
const rowsBeforeNames = 12;
const lineEnd = /\r\n|\n|\r/u;

/** Lines of a table with a row of column names; null when it has none. */
export function sceneTable(data: TableSheet['data'], place: CellPlace): SourceLine[] | null {
  const header = data.slice(0, rowsBeforeNames).findIndex((row) => isHeader(row.map((cell) => fieldOf(written(cell)))));
  if (header < 0) return null;
  const fields = (data[header] ?? []).map((cell) => fieldOf(written(cell)));
  let above: Row = { episode: null, scene: null };
  return data.flatMap((row, r) => {
    if (r === header) return [];
    const cells = row.flatMap((content, c): Cell[] => {
      const field = r > header ? (fields[c] ?? 'other') : 'other';
      const text = written(content, field);
      return text.trim() === '' ? [] : [{ text, field, place: (part) => place(r, c, part) }];
    });
    const read = r > header ? sceneOf(cells, above) : null;
    if (read) above = read.row;
    return cells.flatMap((cell, i) => cellLines(cell, i === 0 ? read?.heading : undefined));
  });
}

/** Two different usual names at least, one of them that of a number or a place. */
function isHeader(fields: readonly TableField[]): boolean {
  const known = new Set(fields.filter((field) => field !== 'other'));
  return known.size >= 2 && (known.has('scene') || known.has('place') || known.has('episode'));
}

interface Cell {
  readonly text: string;
  readonly field: TableField;
  readonly place: (part: number) => ReturnType<CellPlace>;
}

type TitledHeading = SceneHeading & { readonly title: string };

interface Row {
  readonly episode: number | null;
  readonly scene: string | null;
}

const join = (cells: readonly Cell[], ...fields: readonly TableField[]): string =>
  cells
    .filter(({ field }) => fields.includes(field))
    .map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim())
    .join(' ');

/** The scene that a row opens, and what rows below it inherit; no heading when it goes on with the scene above. */
function sceneOf(cells: readonly Cell[], above: Row): { readonly row: Row; readonly heading?: TitledHeading } {
  const number = join(cells, 'scene');
  const place = join(cells, 'place');
  const episode = episodeIn(join(cells, 'episode')) ?? above.episode;
  const stays = number === '' && (place === '' || above.scene !== null) && episode === above.episode;
  if (stays || (number === '' && place === '')) return { row: { ...above, episode } };
  const read = parseSceneHeading(
    number === '' ? '' : /^[\da-z〇零一二三四五六七八九十百]+$/iu.test(number) ? `第${number}场` : number,
  );
  const told = parseSceneDetail(join(cells, 'time', 'setting'));
  const scene = read?.scene ?? (number === '' ? null : number);
  const row = { episode: read?.episode ?? episode, scene };
  const heading: TitledHeading = {
    title: join(cells, 'episode', 'scene', 'time', 'setting', 'place'),
    ...row,
    time: told.time ?? told.place ?? read?.time ?? null,
    setting: told.setting ?? read?.setting ?? null,
    place: place === '' ? (read?.place ?? null) : place,
    cast: null,
  };
  return { row, heading };
}

function episodeIn(text: string): number | null {
  return parseEpisodeHeading(/^\d+$/u.test(text) ? `第${text}集` : text);
}

const kinds: Partial<Record<TableField, LineShape['kind']>> = {
  episode: 'heading',
  scene: 'heading',
  time: 'heading',
  setting: 'heading',
  place: 'heading',
  cast: 'cast',
};

/** The lines within a cell. The first one of a row opens its scene. */
function cellLines({ text, field, place }: Cell, heading: TitledHeading | undefined): SourceLine[] {
  const kind = kinds[field];
  return text.split(lineEnd).map((each, part): SourceLine => {
    const column = each.length - each.trimStart().length + 1;
    const shape =
      kind === undefined
        ? shapeOf(each, field === 'dialogue' || field === 'action' ? field : 'text')
        : { kind, speaker: null, column };
    return { ...place(part), text: each, shape, ...(heading && part === 0 ? { heading } : {}) };
  });
}

/** A cell as a reader sees it. Excel takes `1-3` for the third of January: where scenes are numbered it is turned back. */
function written(cell: CellContent | undefined, field: TableField = 'other'): string {
  if (cell instanceof Date) {
    if (field === 'scene') return `${cell.getUTCMonth() + 1}-${cell.getUTCDate()}`;
    return cell.toISOString().slice(0, 10);
  }
  return cell === null || cell === undefined ? '' : String(cell);
}

/** Letters of a column: A, B, … Z, AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}
