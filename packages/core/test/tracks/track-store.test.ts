import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultStoreFolder, openTrackStore } from '../../src/tracks/track-store.ts';
import { temporaryFolder } from '../made-episodes.ts';

const folder = await temporaryFolder();
let count = 0;
const fresh = () => {
  const path = join(folder, `store-${++count}`);
  return { path, store: openTrackStore(path) };
};

/** Spoils what the store keeps, not its index. */
async function damage(path: string, change: (bytes: Buffer) => Uint8Array): Promise<number> {
  const entries = await readdir(join(path, 'content-v2'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) await writeFile(file, change(await readFile(file)));
  return files.length;
}

describe('openTrackStore', () => {
  test('what was put is got, by every store on the folder', async () => {
    const { path, store } = fresh();
    await store.put('key', { a: [1, '二'] });
    expect(await store.get('key')).toEqual({ a: [1, '二'] });
    expect(await openTrackStore(path).get('key')).toEqual({ a: [1, '二'] });
    expect(await store.get('other')).toBeNull();
  });

  test('the last value of a key wins', async () => {
    const { store } = fresh();
    await store.put('key', 1);
    await store.put('key', 2);
    expect(await store.get('key')).toBe(2);
  });

  test('bytes by their sha256', async () => {
    const { store } = fresh();
    const bytes = Uint8Array.of(1, 2, 3);
    const sha256 = await store.keep(bytes);
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect([...((await store.bytes(sha256)) ?? [])]).toEqual([1, 2, 3]);
    expect(await store.bytes('0'.repeat(64))).toBeNull();
  });

  test('a hundred writers at once', async () => {
    const { path, store } = fresh();
    const other = openTrackStore(path);
    await Promise.all(Array.from({ length: 100 }, (_, i) => (i % 2 ? store : other).put(`key ${i % 10}`, i % 10)));
    for (let i = 0; i < 10; i++) expect(await store.get(`key ${i}`)).toBe(i);
  });

  test.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['changed', (bytes) => bytes.fill(0x20)],
    ['cut short', (bytes) => bytes.subarray(0, 1)],
    ['emptied', () => Buffer.alloc(0)],
  ])('%s content reads as absent, and putting it again repairs it', async (_, change) => {
    const { path, store } = fresh();
    await store.put('key', { a: 1 });
    const sha256 = await store.keep(Buffer.from('picture'));
    expect(await damage(path, change)).toBe(2);
    expect(await store.get('key')).toBeNull();
    expect(await store.bytes(sha256)).toBeNull();
    await store.put('key', { a: 1 });
    await store.keep(Buffer.from('picture'));
    expect(await store.get('key')).toEqual({ a: 1 });
    expect(Buffer.from((await store.bytes(sha256)) ?? []).toString()).toBe('picture');
  });

  test('a folder that cannot be written to is an error of the machine that names it', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    const store = openTrackStore(join(file, 'store'));
    expect(await store.get('key')).toBeNull();
    for (const write of [() => store.put('key', 1), () => store.keep(Uint8Array.of(1))]) {
      await expect(write()).rejects.toMatchObject({
        name: 'EnvironmentError',
        code: 'outputUnwritable',
        message: expect.stringContaining(file) as string,
      });
    }
  });
});

describe('defaultStoreFolder', () => {
  test('SHENPIAN_CACHE_DIR wins; empty counts as unset', () => {
    const before = process.env['SHENPIAN_CACHE_DIR'];
    try {
      process.env['SHENPIAN_CACHE_DIR'] = folder;
      expect(defaultStoreFolder()).toBe(folder);
      process.env['SHENPIAN_CACHE_DIR'] = '';
      expect(defaultStoreFolder()).toMatch(/shenpian/);
    } finally {
      if (before === undefined) delete process.env['SHENPIAN_CACHE_DIR'];
      else process.env['SHENPIAN_CACHE_DIR'] = before;
    }
  });
});
