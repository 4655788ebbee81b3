import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EnvironmentError } from '@shenpian/core';

/**
 * Writes a text file, making its folder. It is whole at any time: what is written beside it takes its place at the end.
 *
 * @throws EnvironmentError when it cannot be written.
 */
export async function writeText(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new EnvironmentError('outputUnwritable', { path: file, detail }, { cause });
  }
}
