import { readFile } from 'node:fs/promises';
import { decodeText, SubmissionError } from '@shenpian/core';

/** More bytes than this are no list of names. */
const largest = 1024 * 1024;

/**
 * Reads a list of names, one a line; blank lines and those that begin with `#` do not count.
 *
 * @throws SubmissionError when it cannot be read.
 */
export async function readNameList(path: string): Promise<string[]> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new SubmissionError('fileMissing', path, {}, { cause });
    throw new SubmissionError('fileUnreadable', path, { detail: cause.code ?? 'unknown' }, { cause });
  });
  const text = await Promise.resolve()
    .then(() => (bytes.length > largest ? '' : decodeText(bytes)))
    .catch((cause: unknown) => {
      throw new SubmissionError('fileUnreadable', path, { detail: 'not text' }, { cause });
    });
  const names = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (names.length === 0) throw new SubmissionError('namesEmpty', path);
  return names;
}
