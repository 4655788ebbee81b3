import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../errors.ts';

/** Built tracks and pictures on disk. Safe to share between processes; damaged entries read as absent. */
export interface TrackStore {
  /** What was put under a key; null when there is nothing or it is damaged. */
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  /** Whether there are bytes of that sha256. They are verified when read. */
  has(sha256: string): Promise<boolean>;
  /** Bytes by their sha256; null when absent. */
  bytes(sha256: string): Promise<Uint8Array | null>;
  /** Keeps bytes; returns their sha256 in hex. */
  keep(bytes: Uint8Array): Promise<string>;
}

/** Where tracks are kept unless `--cache-dir` says otherwise: `SHENPIAN_CACHE_DIR`, or the platform's cache folder. */
export function defaultStoreFolder(): string {
  const named = process.env['SHENPIAN_CACHE_DIR'];
  if (named !== undefined && named !== '') return named;
  if (process.platform === 'win32') {
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'shenpian', 'Cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'shenpian');
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'shenpian');
}

// Loaded when a store is used: with all that it needs it takes 70 ms, and not every command has tracks.
const store = async () => (await import('cacache')).default;

const integrity = (sha256: string): string => `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`;

/** cacache never overwrites content: what is damaged must go before it can be put again. */
async function dropDamaged(folder: string, thrown: unknown, content: string | undefined): Promise<null> {
  if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT' && content !== undefined) {
    const cacache = await store();
    await cacache.rm.content(folder, content).catch(() => undefined);
  }
  return null;
}

async function written<Value>(folder: string, write: Promise<Value>): Promise<Value> {
  return write.catch((cause: NodeJS.ErrnoException) => {
    throw new EnvironmentError('outputUnwritable', { path: folder, detail: cause.code ?? cause.message }, { cause });
  });
}

/** A store in a folder, which is made when first written to. Its writes throw EnvironmentError when it cannot be. */
export function openTrackStore(folder: string): TrackStore {
  return {
    async get(key) {
      const cacache = await store();
      return cacache.get(folder, key).then(
        ({ data }) => JSON.parse(data.toString()) as unknown,
        async (thrown: unknown) => {
          const entry = await cacache.get.info(folder, key).catch(() => null);
          return dropDamaged(folder, thrown, entry?.integrity);
        },
      );
    },
    async put(key, value) {
      const cacache = await store();
      await written(folder, cacache.put(folder, key, JSON.stringify(value)));
    },
    async has(sha256) {
      const cacache = await store();
      return cacache.get.hasContent(folder, integrity(sha256)).then(
        (content) => content !== false,
        () => false,
      );
    },
    async bytes(sha256) {
      const cacache = await store();
      return cacache.get.byDigest(folder, integrity(sha256)).then(
        (data) => data,
        (thrown: unknown) => dropDamaged(folder, thrown, integrity(sha256)),
      );
    },
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const cacache = await store();
      await written(folder, cacache.put(folder, `picture:${sha256}`, Buffer.from(bytes), { algorithms: ['sha256'] }));
      return sha256;
    },
  };
}
