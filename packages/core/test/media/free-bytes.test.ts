import { describe, expect, test } from 'vitest';
import { freeBytes } from '../../src/media/free-bytes.ts';

/** Enough calls that everything given before is freed. */
function flush(): void {
  for (let n = 0; n < 16; n++) freeBytes(new Uint8Array(1));
}

describe('freeBytes', () => {
  test('bytes alone in their buffer are soon gone, without a collection of garbage', () => {
    const all = Array.from({ length: 64 }, () => new Uint8Array(1 << 20).fill(7));
    const before = process.memoryUsage().arrayBuffers;
    for (const bytes of all) freeBytes(bytes);
    flush();
    expect(all.map(({ byteLength }) => byteLength)).toEqual(all.map(() => 0));
    expect(process.memoryUsage().arrayBuffers).toBeLessThan(before - 60 * (1 << 20));
  });

  test.each<[string, (buffer: ArrayBuffer) => Uint8Array]>([
    ['the beginning', (buffer) => new Uint8Array(buffer, 0, 4)],
    ['the end', (buffer) => new Uint8Array(buffer, 4)],
    ['nothing', (buffer) => new Uint8Array(buffer, 0, 0)],
  ])('a view of a part is left alone: %s', (_, part) => {
    const whole = new Uint8Array(8).fill(7);
    freeBytes(part(whole.buffer));
    flush();
    expect([...whole]).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
  });

  test('shared memory and bytes out of a pool are left alone', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(8)).fill(7);
    const pooled = Buffer.from('abc');
    freeBytes(shared);
    freeBytes(pooled);
    flush();
    expect(shared[7]).toBe(7);
    expect(pooled.toString()).toBe('abc');
  });
});
