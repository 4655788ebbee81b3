import { watch, type FSWatcher } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';

// An editor writes a file in several steps; after this long without another it is whole. Milliseconds.
const settled = 150;

/**
 * Yields the name of a file each time the content of one of `files` has changed, until `signal` aborts. Their folders are
 * watched, not they: many editors put a new file in the place of the old one.
 */
export async function* whenChanged(files: readonly string[], signal: AbortSignal): AsyncGenerator<string> {
  const known = new Map(await Promise.all(files.map(async (file) => [file, await hashOf(file)] as const)));
  const touched = new Set<string>();
  let wake = (): void => undefined;
  const watchers = [...new Set(files.map((file) => dirname(resolve(file))))].map((folder): FSWatcher => {
    const watcher = watch(folder, (_, name) => {
      for (const file of files) {
        if (dirname(resolve(file)) === folder && (name === null || name === basename(file))) touched.add(file);
      }
      if (touched.size > 0) wake();
    });
    // A folder that is removed while it is watched: what it held is said to be missing at the next change.
    return watcher.on('error', () => watcher.close());
  });
  const stopped = new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
  try {
    while (!signal.aborted) {
      if (touched.size === 0) await Promise.race([new Promise<void>((done) => (wake = done)), stopped]);
      await Promise.race([new Promise((done) => setTimeout(done, settled)), stopped]);
      const changed: string[] = [];
      for (const file of touched) {
        const hash = await hashOf(file);
        if (known.get(file) !== hash) changed.push(file);
        known.set(file, hash);
      }
      touched.clear();
      if (changed[0] !== undefined && !signal.aborted) yield changed.join(' ');
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

async function hashOf(file: string): Promise<string | null> {
  return readFile(file).then(
    (bytes) => createHash('sha256').update(bytes).digest('hex'),
    () => null,
  );
}
