import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { sharedCopy } from '../../src/media/shared-copy.ts';

test('a shared copy has bytes of its own, which V8 does not count', () => {
  const bytes = new Uint8Array(64 << 20).fill(7);
  const before = getHeapStatistics().external_memory;
  const copy = sharedCopy(bytes);
  bytes.fill(0);
  expect(getHeapStatistics().external_memory - before).toBeLessThan(1 << 20);
  expect([copy.length, copy[0], copy.at(-1)]).toEqual([64 << 20, 7, 7]);
});
