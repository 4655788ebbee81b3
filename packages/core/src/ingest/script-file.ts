import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { SubmissionError } from '../errors.ts';
import type { Script } from '../work/script.ts';
import { scriptProblem, unknownFormat } from './script-problem.ts';
import { parseScriptLines } from './script-lines.ts';
import { numberedLines, type ScriptSource } from './source-line.ts';
import { decodeText } from './text-file.ts';

const megabyte = 1024 * 1024;
// A 100-episode script is under 1 MB of text; what is larger is pictures or not a script.
const largestFile = 50 * megabyte;

/** How each format is read. What needs a library is imported when it is met: most scripts come as text or Word. */
const readers: Readonly<Record<string, (bytes: Buffer) => ScriptSource | Promise<ScriptSource>>> = {
  '.docx': async (bytes) => (await import('./docx-script.ts')).readDocx(bytes),
  '.txt': (bytes) => ({ lines: numberedLines(decodeText(bytes)) }),
  '.md': async (bytes) => (await import('./markdown-script.ts')).readMarkdown(decodeText(bytes)),
  '.pdf': async (bytes) => (await import('./pdf-script.ts')).readPdf(bytes),
  '.fountain': async (bytes) => (await import('./fountain-script.ts')).readFountain(decodeText(bytes)),
  '.xlsx': async (bytes) => (await import('./xlsx-script.ts')).readXlsx(bytes),
};

/** File name extensions that {@link readScript} reads, lower case with the dot. */
export const scriptExtensions: readonly string[] = Object.keys(readers);

/**
 * Reads a script 剧本. `file` is where it is, `path` how the submission names it. What line and column mean in each format
 * is said at {@link ScriptLine}.
 *
 * @throws SubmissionError `fileMissing`, `fileUnreadable`, `scriptFormatUnknown`, `scriptOldFormat`, `scriptTooLarge`,
 *   `scriptUnreadable`, `scriptLocked`, `scriptScanned`, `scriptEmpty`.
 */
export async function readScript(file: string, path: string): Promise<Script> {
  const extension = extname(file).toLowerCase();
  const read = readers[extension];
  const bytes = await readBytes(file, path);
  if (read === undefined) throw unknownFormat({ bytes, path, extension });
  if (bytes.length === 0) throw new SubmissionError('scriptEmpty', path);
  const { lines, pages } = await Promise.resolve(bytes)
    .then(read)
    .catch((cause: unknown) => {
      throw scriptProblem(cause, { bytes, path, extension });
    });
  if (lines.every(({ text }) => text.trim() === '')) throw new SubmissionError('scriptEmpty', path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, sha256, ...(pages === undefined ? {} : { pages }), ...parseScriptLines(lines) };
}

async function readBytes(file: string, path: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > largestFile) {
      throw new SubmissionError('scriptTooLarge', path, { megabytes: Math.round(size / megabyte) });
    }
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof SubmissionError) throw cause;
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new SubmissionError('fileMissing', path, {}, { cause });
    throw new SubmissionError('fileUnreadable', path, { detail: code }, { cause });
  }
}
