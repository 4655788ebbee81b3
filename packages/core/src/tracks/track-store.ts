import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import cacache from 'cacache';

/** Built tracks and pictures on disk. Safe to share between processes; damaged entries read as absent. */
export interface TrackStore {
  /** What was put under a key; null when there is nothing or it is damaged. */
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
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

const integrity = (sha256: string): string => `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`;

/** A store in a folder, which is made when first written to. */
export function openTrackStore(folder: string): TrackStore {
  return {
    async get(key) {
      return cacache.get(folder, key).then(
        ({ data }) => JSON.parse(data.toString()) as unknown,
        () => null,
      );
    },
    async put(key, value) {
      await cacache.put(folder, key, JSON.stringify(value));
    },
    async bytes(sha256) {
      return cacache.get.byDigest(folder, integrity(sha256)).then(
        (data) => data,
        () => null,
      );
    },
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await cacache.put(folder, `picture:${sha256}`, Buffer.from(bytes), { algorithms: ['sha256'] });
      return sha256;
    },
  };
}
