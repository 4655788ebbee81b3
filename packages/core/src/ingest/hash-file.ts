import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { SubmissionError } from '../errors.ts';
import type { Input } from '../work/input.ts';
import type { FoundFile } from './find-files.ts';

/**
 * Takes a file in: its sha256 and size.
 *
 * @throws SubmissionError when it cannot be read.
 */
export async function hashFile({ file, path }: FoundFile): Promise<Input> {
  const hash = createHash('sha256');
  try {
    const { size } = await stat(file);
    await pipeline(createReadStream(file), hash);
    return { path, file, sha256: hash.digest('hex'), bytes: size };
  } catch (cause) {
    const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new SubmissionError('fileUnreadable', path, { detail }, { cause });
  }
}
