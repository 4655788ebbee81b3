import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readChunks } from '../../src/media/read-chunks.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('readChunks', () => {
  test('every chunk comes in order, and none while one is still being taken', async () => {
    const taken: string[] = [];
    let underWay = 0;
    let most = 0;
    await readChunks(Readable.from(['a', 'b', 'c', 'd']), (chunk: string) => {
      taken.push(chunk);
      if (chunk === 'a') return null;
      most = Math.max(most, ++underWay);
      return pause(5).then(() => (underWay -= 1));
    });
    expect([taken.join(''), most, underWay]).toEqual(['abcd', 1, 0]);
  });

  test.each<[string, () => Promise<unknown> | null]>([
    [
      'at once',
      () => {
        throw new Error('no picture');
      },
    ],
    ['later', () => Promise.reject(new Error('no picture'))],
  ])('what is thrown %s ends the reading', async (_, take) => {
    const stream = Readable.from(['a', 'b']);
    await expect(readChunks(stream, take)).rejects.toThrow('no picture');
    expect(stream.destroyed).toBe(true);
  });

  test('an error of the stream is thrown', async () => {
    const broken = new Readable({ read: () => undefined });
    const reading = readChunks(broken, () => null);
    broken.destroy(new Error('broken pipe'));
    await expect(reading).rejects.toThrow('broken pipe');
  });
});
