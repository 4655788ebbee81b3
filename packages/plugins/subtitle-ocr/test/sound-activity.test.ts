import type { Episode, Sample } from '@shenpian/core';
import { describe, expect, it } from 'vitest';
import { activityOf, soundActivity } from '../src/sound-activity.ts';

type Part = readonly [seconds: number, loudness: (time: number) => number];

/** Loudness every 100 ms, LUFS. */
function sound(...parts: readonly Part[]) {
  const levels = parts.flatMap(([seconds, loudness]) =>
    Array.from({ length: seconds * 10 }, (_, i) => loudness(i / 10)),
  );
  return levels.map((momentary, i) => ({ time: i / 10, momentary }));
}
const steady = () => -20;
const silent = () => -120;
/** Up and down by 8 LU, 1.25 times a second, as speech was measured. */
const talk = (time: number) => -20 - 4 * Math.cos(2 * Math.PI * 1.25 * time);
const swell = (time: number) => -20 - 2 * Math.cos(2 * Math.PI * 0.2 * time);
const faint = (time: number) => talk(time) - 28;

describe('activityOf', () => {
  it.each<[string, readonly Part[], (number | boolean)[][]]>([
    ['nothing', [], []],
    ['a tone', [[10, steady]], [[0, 10, false]]],
    ['silence', [[10, silent]], [[0, 10, false]]],
    ['a slow swell', [[20, swell]], [[0, 20, false]]],
    ['talk', [[10, talk]], [[0, 10, true]]],
    ['talk far below the rest', [[10, faint]], [[0, 10, false]]],
  ])('%s', (_, parts, expected) => {
    const found = activityOf(sound(...parts), -20);
    expect(found.map(({ start, end, active }) => [start, Number(end.toFixed(3)), active])).toEqual(expected);
  });

  it('finds talk between silence within a second and a half', () => {
    const found = activityOf(sound([10, silent], [10, talk], [10, silent]), -22);
    expect(found.map(({ active }) => active)).toEqual([false, true, false]);
    expect(Math.abs(found[1]!.start - 10)).toBeLessThanOrEqual(1.5);
    expect(Math.abs(found[1]!.end - 20)).toBeLessThanOrEqual(1.5);
    expect([found[0]!.start, found[2]!.end.toFixed(1)]).toEqual([0, '30.0']);
  });
});

describe('the track', () => {
  const plan = { episode: {} as Episode, scouted: [], signal: new AbortController().signal };

  it('asks for sound only when it is switched on', () => {
    const asks = (options: object) =>
      soundActivity.samples?.({ ...plan, options: soundActivity.options.parse(options) });
    expect(asks({})).toEqual({});
    expect(asks({ enabled: true })).toEqual({ sound: { kind: 'audio' } });
  });

  it('is built from audio samples, with the last integrated loudness', async () => {
    async function* samples(): AsyncGenerator<Sample> {
      for (const { time, momentary } of sound([4, talk])) {
        yield { request: 'sound', kind: 'audio', time, momentary, shortTerm: -20, integrated: -20, range: 5 };
      }
    }
    const rest = { decodedSeconds: () => 4, recycle: () => undefined, read: async () => [], keep: async () => '' };
    const items = await soundActivity.build({ ...plan, ...rest, options: { enabled: true }, samples: samples() });
    expect(items).toEqual([{ start: 0, end: 4, active: true }]);
  });
});
