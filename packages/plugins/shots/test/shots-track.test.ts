import { getEventListeners } from 'node:events';
import type { Episode, Sample } from '@shenpian/core';
import { describe, expect, it } from 'vitest';
import plugin, { shots } from '../dist/index.js';
import { renderFilm, type ShotPlan } from './moving-pictures.ts';

const film: ShotPlan[] = [
  { frames: 30, place: 1 },
  { frames: 25, place: 2 },
  { frames: 40, place: 3, from: { dissolve: 14 } },
];

// Variable frame rate: the second shot runs at half speed.
const times = Array.from({ length: 95 }, (_, frame) =>
  frame < 30 ? frame / 25 : frame < 55 ? 1.2 + (frame - 30) / 12.5 : 3.2 + (frame - 55) / 25,
);

async function* samples(limit = Infinity): AsyncGenerator<Sample> {
  let frame = 0;
  for (const picture of renderFilm(film, 5)) {
    if (frame === limit) return;
    yield { request: 'frames', kind: 'luma', channels: 1, time: times[frame++]!, ...picture };
  }
}

const context = (stream: AsyncIterable<Sample>, signal = new AbortController().signal) => ({
  episode: {} as Episode,
  options: shots.options.parse({}),
  scouted: [],
  signal,
  samples: stream,
  decodedSeconds: () => 4.8,
  recycle: () => undefined,
  read: async () => [],
  keep: async () => '',
});

describe('shots track', () => {
  it('covers the episode without gaps, at presentation times', async () => {
    const items = await shots.build(context(samples()));
    expect(items.map(({ transition }) => transition)).toEqual(['start', 'cut', 'gradual']);
    expect(items[0]).toMatchObject({ start: 0, end: 1.2, transition: 'start', confidence: 1 });
    expect(items[1]!.start).toBe(1.2);
    expect(items[1]!.end).toBe(items[2]!.start);
    expect(Math.abs(items[2]!.start - 3.48)).toBeLessThanOrEqual(0.12);
    expect(items[2]!.end).toBe(4.8);
  });

  it('is one shot when there is no frame, and none when nothing was decoded', async () => {
    expect(await shots.build(context(samples(0)))).toHaveLength(1);
    expect(await shots.build({ ...context(samples(0)), decodedSeconds: () => 0 })).toEqual([]);
  });

  it('stops when it is aborted', async () => {
    const controller = new AbortController();
    async function* endless(): AsyncGenerator<Sample> {
      for (;;) {
        yield* samples(20);
        controller.abort(new Error('enough'));
      }
    }
    await expect(shots.build(context(endless(), controller.signal))).rejects.toThrow('enough');
  });

  it('leaves nothing behind on a signal that outlives it', async () => {
    const controller = new AbortController();
    for (let episode = 0; episode < 3; episode++) await shots.build(context(samples(20), controller.signal));
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('gives the memory of every frame back', async () => {
    const given: Uint8Array[] = [];
    await shots.build({ ...context(samples()), recycle: (bytes) => void given.push(bytes) });
    expect(given).toHaveLength(times.length);
  });

  it('chooses keyframes in every shot, away from the dissolve', async () => {
    const items = await shots.build(context(samples()));
    for (const { start, end, keyframes } of items) {
      expect(keyframes!.length).toBeGreaterThan(0);
      expect(keyframes!.length).toBeLessThanOrEqual(3);
      for (const time of keyframes!) {
        expect(time).toBeGreaterThanOrEqual(start);
        expect(time).toBeLessThan(end);
        expect(time < 3.2 || time > 3.2 + 13 / 25).toBe(true);
      }
    }
  });

  it('fails with the reason when the worker does', async () => {
    async function* resized(): AsyncGenerator<Sample> {
      yield* samples(20);
      const data = new Uint8Array(40 * 40);
      yield { request: 'frames', kind: 'luma', channels: 1, time: 9, width: 40, height: 40, data };
    }
    await expect(shots.build(context(resized()))).rejects.toThrow('unlike the ones before');
  });

  it('is brought by the plugin', () => {
    expect(plugin.tracks.map(({ type }) => type.id)).toEqual(['shots']);
  });
});
