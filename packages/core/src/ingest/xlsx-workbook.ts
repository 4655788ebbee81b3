import type { CellContent, TableSheet } from './table-script.ts';
import { readSheetMarks, type MergedRange } from './xlsx-marks.ts';
import { DamagedZipError, openZip } from './zip-parts.ts';

// The reader keeps whole parts in memory, some ten times their size; a scene table of 100 episodes is under 2 MB.
const largestXml = 32 * 1024 * 1024;

/** A sheet of a workbook with what its cells do not say. */
export interface WorkbookSheet extends TableSheet {
  readonly merged: readonly MergedRange[];
  /** Whether serial numbers of days count from 1904, as in old files of a Mac; else from 1900. */
  readonly dates1904: boolean;
}

/**
 * Sheets of an .xlsx workbook. An error value, such as `#REF!`, is its text.
 *
 * @throws DamagedZipError, SwollenZipError, or an Error of the reader for a damaged file
 */
export async function readWorkbook(bytes: Buffer): Promise<readonly WorkbookSheet[]> {
  const zip = openZip(bytes, largestXml);
  const names = zip.names.filter((name) => /^xl\/.*\.(?:xml|rels)$/iu.test(name));
  if (!names.some((name) => /^xl\/workbook\d*\.xml$/iu.test(name))) throw new DamagedZipError('no workbook');
  // Unpacked once to know that they may be: the reader itself sets no limit.
  const parts = new Map(names.map((name) => [name, zip.text(name) ?? '']));
  const { default: readExcel } = await import('read-excel-file/node');
  // Its types give the class of dates for a date.
  const sheets = (await readExcel(bytes, { trim: false })) as unknown as readonly TableSheet[];
  // The reader leaves out error values and merged cells.
  const { marks, dates1904 } = readSheetMarks(parts);
  return sheets.map(({ sheet, data }) => {
    const { merged, errors } = marks.get(sheet) ?? { merged: [], errors: [] };
    const rows: CellContent[][] = data.map((row) => [...row]);
    for (const { row, column, text } of errors) {
      while (rows.length <= row) rows.push([]);
      const cells = rows[row]!;
      while (cells.length < column) cells.push(null);
      cells[column] = text;
    }
    return { sheet, data: rows, merged, dates1904 };
  });
}
