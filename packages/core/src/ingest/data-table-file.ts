import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { SubmissionError } from '../errors.ts';
import type { DataRow, DataSheet, DataTable } from '../work/data-table.ts';
import type { FoundFile } from './find-files.ts';
import { hashFile } from './hash-file.ts';
import { withMergedCells } from './merged-cells.ts';
import { isEncrypted, otherFormat } from './office-format.ts';
import type { CellContent } from './table-script.ts';
import { decodeText } from './text-file.ts';

const megabyte = 1024 * 1024;
const largestFile = 32 * megabyte;

/** Rows of all sheets together: every comment of a series that some million people saw. */
const mostRows = 200_000;

/** Every row of a ledger may have several findings, and a row in a workbook that people are to read. */
const mostLedgerRows = 20_000;

const readers: Readonly<Record<string, (bytes: Buffer) => Promise<readonly DataSheet[]>>> = {
  '.xlsx': async (bytes) =>
    (await (await import('./xlsx-workbook.ts')).readWorkbook(bytes)).map(({ sheet, data, merged, dates1904 }) => {
      const rows = data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }));
      return {
        name: sheet,
        rows: withMergedCells(rows, merged).filter(isFilled),
        ...(dates1904 ? { dates1904 } : {}),
      };
    }),
  '.csv': (bytes) => textSheet(bytes),
  '.tsv': (bytes) => textSheet(bytes),
  '.txt': (bytes) => textSheet(bytes),
};

/**
 * Reads a table: `.xlsx`, or `.csv`, `.tsv` and `.txt` in the encodings of {@link decodeText}, with commas, tabs or semicolons
 * between the cells. Empty rows are left out.
 *
 * @throws SubmissionError `fileUnreadable`, `tableUnreadable`, `tableFormatUnknown`, `tableLocked`, `tableTooLarge`, `tableEmpty`.
 */
export async function readDataTable(found: FoundFile, key: string): Promise<DataTable> {
  const { path, file } = found;
  const input = await hashFile(found);
  const extension = extname(path).toLowerCase();
  const { size } = await stat(file);
  if (size > largestFile) throw new SubmissionError('tableTooLarge', path, { limit: `${largestFile / megabyte} MB` });
  const bytes = await readFile(file);
  const other = otherFormat(bytes, extension);
  const read = readers[extension];
  if (other !== null || read === undefined) {
    throw new SubmissionError('tableFormatUnknown', path, { extension: other ?? (extension || '(?)') });
  }
  if (isEncrypted(bytes)) throw new SubmissionError('tableLocked', path);
  if (extension === '.xlsx') assertWorkbook(bytes, path);
  const sheets = await read(bytes).catch((cause: unknown) => {
    throw tableProblem(cause, path);
  });
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows === 0) throw new SubmissionError('tableEmpty', path);
  const most = key.endsWith('-ledger') ? mostLedgerRows : mostRows;
  const limit = { 'zh-CN': `${most} 行`, en: `${most} rows` };
  if (rows > most) throw new SubmissionError('tableTooLarge', path, { limit });
  return { ...input, key, sheets };
}

/** A table of text, or a page, that somebody only renamed is whole: people are told so. */
function assertWorkbook(bytes: Buffer, path: string): void {
  if (bytes.toString('latin1', 0, 2) === 'PK') return;
  let text: string;
  try {
    text = decodeText(bytes).trimStart();
  } catch {
    return;
  }
  if (text === '') throw new SubmissionError('tableEmpty', path);
  if (/^<(?:!doctype|html|\?xml|table|meta|head)/iu.test(text)) {
    throw new SubmissionError('tableFormatUnknown', path, { extension: 'HTML/XML' });
  }
  throw new SubmissionError('tableMisnamed', path);
}

function tableProblem(cause: unknown, path: string): SubmissionError {
  const { code, message, lines } = cause as { code?: string; message: string; lines?: number };
  const limit = `${largestFile / megabyte} MB`;
  if (code === 'swollenZip') return new SubmissionError('tableTooLarge', path, { limit }, { cause });
  const detail =
    code === 'binaryContent'
      ? { 'zh-CN': '内容不是文字', en: 'not text' }
      : lines === undefined
        ? { 'zh-CN': '文件已损坏', en: 'damaged file' }
        : { 'zh-CN': `第 ${lines} 行附近引号不成对`, en: message };
  return new SubmissionError('tableUnreadable', path, { detail }, { cause });
}

async function textSheet(bytes: Buffer): Promise<readonly DataSheet[]> {
  const text = decodeText(bytes);
  const { parse } = await import('csv-parse/sync');
  // Its types do not know what `info` makes of the records.
  const records = parse(text, {
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  const rows = records.map(({ record, info }): DataRow => {
    // The parser counts to the line that a record ends in.
    const within = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    return { line: Math.max(1, info.lines - within), cells: record };
  });
  return [{ name: null, rows: rows.filter(isFilled) }];
}

/** What stands between cells: whichever of the three the first filled line has most of. */
function delimiterOf(text: string): string {
  const first = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
  const count = (mark: string): number => first.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

function cellText(cell: CellContent): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '');
  // What a formula leaves in the last binary places is no digit that anybody entered.
  return typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : String(cell);
}

const isFilled = ({ cells }: DataRow): boolean => cells.some((cell) => cell.trim() !== '');
