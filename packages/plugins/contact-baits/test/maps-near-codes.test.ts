import { describe, expect, test } from 'vitest';
import { mapsNearCodes } from '../src/qr/maps-near-codes.ts';
import { edgesOf } from '../src/standing/edge-map.ts';
import { exactTimes } from '../src/standing/exact-times.ts';

const every = 1.8;
const seconds = 40;
const [width, height] = [40, 40];
const box = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

/** A plain wall, with a chequered code in its middle from `start` to `end`. */
function picture(time: number, start: number, end: number) {
  const shown = time >= start && time < end;
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const inside = shown && x >= 10 && x < 30 && y >= 10 && y < 30;
    return inside && ((x >> 2) + (y >> 2)) % 2 === 0 ? 20 : 200;
  });
  return { time, width, height, data };
}

describe('mapsNearCodes', () => {
  test.each([
    ['in the middle', 11.3, 19.1],
    ['from the beginning', 0, 5.3],
    ['to the end', 30.1, 40],
    ['throughout', 0, 40],
  ])('times of a code %s are those by the edges of all pictures', (_, start, end) => {
    const recycled: Uint8Array[] = [];
    const near = mapsNearCodes(every, (bytes) => recycled.push(bytes));
    const all = [];
    const seen: number[] = [];
    let large = 0;
    for (let n = 0; n < seconds * 2.5; n++) {
      const small = picture(n * 0.4, start, end);
      near.push(small);
      all.push(edgesOf(small.time, small));
      // Large pictures come as they please: here a little after the small ones.
      for (; large * every <= small.time - 0.7; large++) {
        if (large * every < start || large * every >= end) continue;
        seen.push(large * every);
        near.seen(large * every);
      }
    }
    const maps = near.finish();
    const range = { start: Math.max(0, seen[0]! - every / 2), end: Math.min(seconds, seen.at(-1)! + every / 2), box };
    const exact = exactTimes(range, all, seconds);
    expect(exact?.start).toBeCloseTo(start, 0);
    expect(exactTimes(range, maps, seconds)).toEqual(exact);
    expect(new Set(recycled).size).toBe(all.length);
  });

  test('without a code no more than two pictures are looked at', () => {
    const near = mapsNearCodes(every, () => undefined);
    for (let n = 0; n < 100; n++) near.push(picture(n * 0.4, 1, 2));
    expect(near.finish().map(({ time }) => time)).toEqual([0, 39.6]);
  });
});
