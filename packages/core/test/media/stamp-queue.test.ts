import { describe, expect, test } from 'vitest';
import { stampQueue } from '../../src/media/stamp-queue.ts';

describe('stampQueue', () => {
  test.each<[string, (number | null)[], number[]]>([
    ['times in order', [0, 0.04, 0.5], [0, 0.04, 0.5]],
    ['a frame without a time follows the one before', [0, null, 0.2, null], [0, 0.04, 0.2, 0.24]],
    ['a first frame without a time is at the start', [null, null], [0, 0.04]],
    ['no frame is before the start', [-0.08, 0.04], [0, 0.04]],
    ['frames without any stamp follow each other', [1], [1, 1.04, 1.08]],
  ])('%s', async (_, pushed, expected) => {
    const queue = stampQueue(0.04);
    for (const time of pushed) queue.push(time);
    queue.close();
    const times: number[] = [];
    while (times.length < expected.length) times.push(await queue.next());
    expect(times.map((time) => Math.round(time * 1000) / 1000)).toEqual(expected);
  });

  test('a frame that comes before its stamp waits for it', async () => {
    const queue = stampQueue(0.04);
    const times: number[] = [];
    const waiting = Promise.resolve(queue.next()).then((time) => times.push(time));
    await Promise.resolve();
    expect(times).toEqual([]);
    queue.push(7);
    await waiting;
    expect(times).toEqual([7]);
  });

  test('closing ends the wait', async () => {
    const queue = stampQueue(0.04);
    const waiting = queue.next();
    queue.close();
    expect(await waiting).toBe(0);
  });
});
