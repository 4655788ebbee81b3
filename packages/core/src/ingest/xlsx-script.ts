import type { ScriptSource } from './source-line.ts';
import { workbookLines } from './table-script.ts';
import { readWorkbook } from './xlsx-workbook.ts';

/**
 * Lines of an Excel scene table 场次表; see `table-script.ts`.
 *
 * @throws DamagedZipError, SwollenZipError, or an Error of the reader for a damaged file
 */
export async function readXlsx(bytes: Buffer): Promise<ScriptSource> {
  return { lines: workbookLines(await readWorkbook(bytes)) };
}
