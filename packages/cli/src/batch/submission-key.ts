import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';

/**
 * What a finished check depends on: names, sizes and times of the files of a submission, and how it was checked. The
 * same key means that nothing has to be done again.
 *
 * @param how tool version, options and configuration
 */
export async function submissionKey(folder: string, how: readonly string[]): Promise<string> {
  const files = await glob('**/*', { cwd: folder, followSymbolicLinks: false, ignore: ['report/**'] }).catch(() => []);
  const states = await Promise.all(
    files.toSorted().map(async (file) => {
      const info = await stat(join(folder, file)).catch(() => null);
      return [file, info?.size ?? 0, info?.mtimeMs ?? 0];
    }),
  );
  return createHash('sha256')
    .update(JSON.stringify([how, states]))
    .digest('hex');
}
