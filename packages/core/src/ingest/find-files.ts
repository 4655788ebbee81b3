import { readdir, type Dirent } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern, type GlobOptions } from 'tinyglobby';
import type { Problem } from '../errors.ts';

/** A file of the submission. */
export interface FoundFile {
  /** Relative to the submission, with `/`. */
  readonly path: string;
  readonly file: string;
}

/** Files that a pattern or a list of patterns names, in natural order, and what is wrong with the rest. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

/** `第2集` before `第10集`. */
export const naturalOrder = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Shows links to the search as files: each is examined by itself, none is walked. */
const linksAsFiles = {
  readdir: ((
    path: string,
    options: { withFileTypes: true },
    done: (error: Error | null, entries: Dirent[]) => void,
  ) => {
    readdir(path, options, (error, entries: Dirent[] | undefined) => {
      const shown = { isFile: { value: () => true }, isSymbolicLink: { value: () => false } };
      done(
        error,
        (entries ?? []).map((entry) => (entry.isSymbolicLink() ? (Object.create(entry, shown) as Dirent) : entry)),
      );
    });
  }) as NonNullable<NonNullable<GlobOptions['fs']>['readdir']>,
};

function leadsOutside(folder: string, pattern: string): boolean {
  const path = relative(folder, resolve(folder, pattern));
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}

async function expand(folder: string, pattern: string): Promise<string[] | Problem> {
  // Before anything is looked at: a submission must not find out what else is on the machine.
  if (leadsOutside(folder, pattern)) return { code: 'fileOutside', path: pattern, data: {} };
  const literal = resolve(folder, pattern);
  // A name with brackets is a name when such a file exists.
  if (!isDynamicPattern(pattern) || (await lstat(literal).catch(() => null)) !== null) return [literal];
  return glob(pattern, {
    cwd: folder,
    absolute: true,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    expandDirectories: false,
    // A folder called `1.mp4` is told; one that only `*` matches is none of the files that are meant.
    onlyFiles: extname(pattern) === '',
    fs: linksAsFiles,
  });
}

/** Whether it is a file inside the submission, also by its links, and not empty. */
export async function examine(folder: string, root: string, file: string): Promise<FoundFile | Problem> {
  const path = relative(folder, file).split(sep).join('/');
  try {
    const real = await realpath(file);
    if (real !== root && !real.startsWith(root + sep)) return { code: 'fileOutside', path, data: {} };
    const info = await stat(real);
    if (!info.isFile()) return { code: 'notAFile', path, data: {} };
    if (info.size === 0) return { code: 'fileEmpty', path, data: {} };
    return { path, file };
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? String(thrown);
    if (code === 'ENOENT') return { code: 'fileMissing', path, data: {} };
    return { code: 'fileUnreadable', path, data: { detail: code } };
  }
}

/**
 * Finds files inside a submission. Links that lead outside it are refused: a submission comes from a stranger.
 *
 * @param key the key of drama.yaml that gave the patterns, for messages
 */
export async function findFiles(folder: string, given: string | readonly string[], key: string): Promise<FoundFiles> {
  const root = await realpath(folder);
  const files = new Map<string, FoundFile>();
  const problems: Problem[] = [];
  for (const pattern of typeof given === 'string' ? [given] : given) {
    const matches = await expand(folder, pattern);
    if ('code' in matches) {
      problems.push(matches);
      continue;
    }
    if (matches.length === 0) problems.push({ code: 'patternMatchedNothing', path: pattern, data: { key } });
    for (const match of matches) {
      const found = await examine(folder, root, join(match));
      if ('code' in found) problems.push(found);
      else if (!/(^|\/)(\.|~\$)/.test(found.path)) files.set(found.path, found);
    }
  }
  return { files: [...files.values()].toSorted((a, b) => naturalOrder.compare(a.path, b.path)), problems };
}
