import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EnvironmentError } from '@shenpian/core';

/**
 * Writes a text file, making its folder.
 *
 * @throws EnvironmentError when it cannot be written.
 */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (cause) {
    const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new EnvironmentError('outputUnwritable', { path: file, detail }, { cause });
  }
}
