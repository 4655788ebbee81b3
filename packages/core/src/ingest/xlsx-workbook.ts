import type { TableSheet } from './table-script.ts';
import { DamagedZipError, openZip } from './zip-parts.ts';

// The reader keeps whole parts in memory, some ten times their size; a scene table of 100 episodes is under 2 MB.
const largestXml = 32 * 1024 * 1024;

/**
 * Sheets of an .xlsx workbook.
 *
 * @throws DamagedZipError, SwollenZipError, or an Error of the reader for a damaged file
 */
export async function readWorkbook(bytes: Buffer): Promise<readonly TableSheet[]> {
  const zip = openZip(bytes, largestXml);
  const parts = zip.names.filter((name) => /^xl\/.*\.(?:xml|rels)$/iu.test(name));
  if (!parts.some((name) => /^xl\/workbook\d*\.xml$/iu.test(name))) throw new DamagedZipError('no workbook');
  // Unpacked once to know that they may be: the reader itself sets no limit.
  for (const name of parts) zip.text(name);
  const { default: readExcel } = await import('read-excel-file/node');
  // Its types give the class of dates for a date.
  return (await readExcel(bytes, { trim: false })) as unknown as readonly TableSheet[];
}
