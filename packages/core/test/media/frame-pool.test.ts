import { expect, test } from 'vitest';
import { framePool } from '../../src/media/frame-pool.ts';

test('bytes given back are filled again, for pictures of the same size only', () => {
  const pool = framePool();
  const first = pool.take(4);
  const { buffer } = first;
  pool.give(first);
  expect(pool.take(5).buffer).not.toBe(buffer);
  expect(pool.take(4).buffer).toBe(buffer);
  expect(pool.take(4).buffer).not.toBe(buffer);
});

test('a part of a buffer, and one that was moved to another thread, are left alone', () => {
  const pool = framePool();
  const whole = new Uint8Array(8);
  pool.give(whole.subarray(0, 4));
  expect(pool.take(4).buffer).not.toBe(whole.buffer);
  structuredClone(whole, { transfer: [whole.buffer] });
  pool.give(whole);
  expect(pool.take(8)).toHaveLength(8);
});

test('what is more than may wait at one time is freed', () => {
  const pool = framePool();
  const pictures = Array.from({ length: 33 + 16 }, () => new Uint8Array(1 << 20));
  for (const picture of pictures) pool.give(picture);
  expect(pictures.filter(({ byteLength }) => byteLength === 0)).toHaveLength(16);
});
