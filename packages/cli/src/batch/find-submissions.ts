import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { manifestName, SubmissionError } from '@shenpian/core';

/** A submission of a batch. `name` is unique in the batch and safe as a folder name. */
export interface BatchSubmission {
  readonly folder: string;
  readonly name: string;
}

/** How deep below the given folder a submission may be. */
const depth = 4;

/**
 * Submissions in and below a folder. A child of the batch folder without any is kept too: a submission without drama.yaml
 * must show up as unreadable and not be missing from the index.
 */
async function below(folder: string, left: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.name === manifestName)) return [folder];
  if (left === 0) return [];
  // Links are not followed: a loop of them would never end.
  const folders = entries.filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name));
  const found = await Promise.all(
    folders.map(async ({ name }) => {
      const child = join(folder, name);
      const inside = await below(child, left - 1);
      return inside.length === 0 && left === depth ? [child] : inside;
    }),
  );
  return found.flat();
}

function named(folders: readonly string[], root: string): BatchSubmission[] {
  const taken = new Set<string>();
  return folders.map((folder) => {
    const inside = relative(root, folder);
    const path = inside === '' || inside.startsWith('..') ? folder.split(sep).slice(-2).join(sep) : inside;
    const safe = path.replaceAll(/[\\/:*?"<>|\s]+/g, '_').replaceAll(/^[._]+/g, '') || 'submission';
    let name = safe;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${safe}-${i}`;
    taken.add(name.toLowerCase());
    return { folder, name };
  });
}

/**
 * The submissions of a batch: folders with a drama.yaml below a folder, or the folders that a text file lists, one a
 * line. A listed folder without drama.yaml is kept, so that its check says what is wrong.
 *
 * @throws SubmissionError when the folder or list is not there.
 */
export async function findSubmissions(given: string): Promise<BatchSubmission[]> {
  const path = resolve(given);
  const info = await stat(path).catch(() => null);
  if (info === null) throw new SubmissionError('submissionMissing', given);
  if (info.isDirectory()) return named((await below(path, depth)).toSorted(), path);
  if (!info.isFile()) throw new SubmissionError('notAFile', given);
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).map((line) => line.trim());
  const root = dirname(path);
  const folders = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => resolve(root, line));
  return named([...new Set(folders)], root);
}
