import { describe, expect, test } from 'vitest';
import type { Sample } from '../../src/media/sample.ts';
import { sampleQueue, type SampleQueue } from '../../src/tracks/sample-queue.ts';

const megabytes = (count: number, time = 0): Sample => ({
  request: 'x',
  kind: 'still',
  time,
  data: new Uint8Array(count * 1024 * 1024),
});
const small = (time: number): Sample => ({
  request: 'x',
  kind: 'audio',
  time,
  momentary: 0,
  shortTerm: 0,
  integrated: 0,
  range: 0,
});
const turn = () => new Promise((resolve) => setImmediate(resolve));

async function settled(promise: Promise<unknown> | null): Promise<boolean> {
  let done = promise === null;
  void promise?.then(() => (done = true));
  await turn();
  return done;
}
async function drain(queue: SampleQueue): Promise<number[]> {
  const times: number[] = [];
  for await (const { time } of queue.samples) times.push(time);
  return times;
}

describe('sampleQueue', () => {
  test('gives everything in order and then says that it is drained', async () => {
    const queue = sampleQueue();
    for (const time of [1, 2, 3]) await queue.push(small(time));
    expect(queue.drained).toBe(false);
    queue.end();
    expect(await drain(queue)).toEqual([1, 2, 3]);
    expect(queue.drained).toBe(true);
  });

  test('a reader that is early waits', async () => {
    const queue = sampleQueue();
    const times = drain(queue);
    await turn();
    await queue.push(small(5));
    await turn();
    await queue.push(small(6));
    queue.end();
    expect(await times).toEqual([5, 6]);
  });

  test.each([
    ['little waits for nobody', [1, 1], true],
    ['12 MB are the limit', [6, 6], true],
    ['more waits for the reader', [6, 7], false],
    ['a single sample larger than the limit is taken, and waits', [13], false],
  ])('%s', async (_, sizes, free) => {
    const queue = sampleQueue();
    const waits = sizes.map((size) => queue.push(megabytes(size)));
    const pushes = Promise.all(waits.map(async (wait) => wait));
    expect(await settled(pushes)).toBe(free);
    queue.end();
    expect(await drain(queue)).toHaveLength(sizes.length);
    expect(await settled(pushes)).toBe(true);
  });

  test('a track that leaves frees who waits, and is not waited for again', async () => {
    const queue = sampleQueue();
    const waiting = queue.push(megabytes(40));
    expect(await settled(waiting)).toBe(false);
    queue.leave();
    expect(await settled(waiting)).toBe(true);
    expect(await settled(queue.push(megabytes(40)))).toBe(true);
  });

  test('a failure of the decode comes after the samples that are left', async () => {
    const queue = sampleQueue();
    await queue.push(small(1));
    queue.end(new Error('broken'));
    const times: number[] = [];
    const reading = (async () => {
      for await (const { time } of queue.samples) times.push(time);
    })();
    await expect(reading).rejects.toThrow('broken');
    expect(times).toEqual([1]);
  });
});
