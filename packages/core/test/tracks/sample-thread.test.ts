import { describe, expect, test } from 'vitest';
import { samplesInThread, type Sample } from '@shenpian/core';

const worker = new URL('./recording-worker.mjs', import.meta.url);
const picture = (request: string, time: number, bytes: number): Sample => {
  const data = new Uint8Array(bytes).fill(time % 200);
  return { request, kind: 'luma', time, width: bytes, height: 1, channels: 1, data };
};
const sound = (time: number, bytes: number): Sample => {
  return { request: 'sound', kind: 'pcm', time, rate: 10, channels: 1, data: new Uint8Array(bytes).fill(1) };
};
const loudness = (time: number): Sample => {
  return { request: 'loud', kind: 'audio', time, momentary: -time, shortTerm: 0, integrated: 0, range: 0 };
};

async function* streamOf(samples: readonly Sample[]) {
  yield* samples;
}

interface Answer {
  readonly question: string;
  readonly seen: readonly (readonly [string, number, number])[];
}

/** What the worker saw, and the bytes that were given back. */
async function shown(samples: readonly Sample[]) {
  const recycled: Uint8Array[] = [];
  const answer = await samplesInThread<Answer>(streamOf(samples), {
    worker,
    question: 'all?',
    signal: new AbortController().signal,
    recycle: (bytes) => recycled.push(bytes),
  });
  return { ...answer, recycled };
}

describe('samplesInThread', () => {
  test('all samples of every request come in order, whatever lies between them', async () => {
    const times = Array.from({ length: 300 }, (_, n) => n);
    const samples = times.flatMap((time) => [
      picture('large', time, 40),
      ...(time % 3 === 0 ? [picture('small', time, 10)] : []),
      // The last block of sound is shorter.
      sound(time, time === 299 ? 5 : 20),
      loudness(time),
    ]);
    const { question, seen, recycled } = await shown(samples);
    const of = (request: string) => seen.filter(([name]) => name === request).map(([, ...rest]) => rest);
    expect(question).toBe('all?');
    expect(of('large')).toEqual(times.map((time) => [time, 40 * (time % 200)]));
    expect(of('small')).toEqual(times.filter((time) => time % 3 === 0).map((time) => [time, 10 * (time % 200)]));
    expect(of('sound')).toEqual(times.map((time) => [time, time === 299 ? 5 : 20]));
    expect(of('loud')).toEqual(times.map((time) => [time, -time]));
    expect(recycled).toHaveLength(700);
  });

  test('no sample at all is answered too', async () => {
    expect((await shown([])).seen).toEqual([]);
  });
});
