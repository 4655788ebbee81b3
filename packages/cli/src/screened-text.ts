import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decodeText, readScript, scriptExtensions, SubmissionError, type Script } from '@shenpian/core';
import { textLines } from './text-lines.ts';

/** The word that stands for standard input: yargs drops a lone `-`, so `cli.ts` puts this in its place. */
export const standardInput = 'stdin:';

/** Not read, but readScript says what to save them as. */
const officeFormats = new Set(['.doc', '.docm', '.odt', '.pages', '.rtf', '.wps', '.xls', '.xlsm']);

/** Text larger than this is no script or subtitle file, bytes. */
const sizeLimit = 50 * 1024 * 1024;

function asScript(bytes: Uint8Array, path: string): Script {
  let text: string;
  try {
    text = decodeText(bytes);
  } catch (cause) {
    throw new SubmissionError(
      'scriptUnreadable',
      path,
      { detail: { 'zh-CN': '内容不是文字', en: 'not text' } },
      { cause },
    );
  }
  return {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    scenes: [],
    lines: textLines(text),
  };
}

/**
 * A file to be screened, or {@link standardInput}: scripts by their format, anything else as lines of text, so
 * that line and column are those of the file.
 *
 * @throws SubmissionError when it is missing, empty, too large or no text.
 */
export async function screenedText(path: string): Promise<Script> {
  if (path === standardInput) return asScript(await buffer(process.stdin), '-');
  const info = await stat(path).catch(() => null);
  if (info === null) throw new SubmissionError('fileMissing', path);
  if (!info.isFile()) throw new SubmissionError('notAFile', path);
  if (info.size === 0) throw new SubmissionError('fileEmpty', path);
  if (info.size > sizeLimit)
    throw new SubmissionError('scriptTooLarge', path, { megabytes: Math.round(info.size / 2 ** 20) });
  const extension = extname(path).toLowerCase();
  return scriptExtensions.includes(extension) || officeFormats.has(extension)
    ? readScript(path, path)
    : asScript(await readFile(path), path);
}
