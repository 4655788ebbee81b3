import { describe, expect, test } from 'vitest';
import { freeBytes } from '../../src/media/free-bytes.ts';

describe('freeBytes', () => {
  test('bytes alone in their buffer are gone at once, again and again', () => {
    for (let n = 0; n < 3; n++) {
      const bytes = new Uint8Array(65_536).fill(7);
      const before = process.memoryUsage().arrayBuffers;
      freeBytes(bytes);
      expect(bytes.byteLength).toBe(0);
      expect(process.memoryUsage().arrayBuffers).toBeLessThanOrEqual(before - 65_536);
    }
  });

  test.each<[string, (buffer: ArrayBuffer) => Uint8Array]>([
    ['the beginning', (buffer) => new Uint8Array(buffer, 0, 4)],
    ['the end', (buffer) => new Uint8Array(buffer, 4)],
  ])('a view of a part is left alone: %s', (_, part) => {
    const whole = new Uint8Array(8).fill(7);
    freeBytes(part(whole.buffer));
    expect([...whole]).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
  });

  test('shared memory and bytes out of a pool are left alone', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(8)).fill(7);
    const pooled = Buffer.from('abc');
    freeBytes(shared);
    freeBytes(pooled);
    expect(shared[7]).toBe(7);
    expect(pooled.toString()).toBe('abc');
  });
});
