import { sampleEpisode, testChecker } from '@shenpian/testing';
import { describe, expect, it } from 'vitest';
import { chosenStills } from '../src/looked-at.ts';
import { visualSafety } from '../src/visual-safety.ts';

const still = (start: number, end: number, time: number, classes: Record<string, number>) => ({
  start,
  end,
  time,
  sha256: `still at ${time}`,
  ...{ drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0 },
  ...classes,
});
const series = { episodes: [sampleEpisode(1)] };
const tracks = (...items: readonly unknown[]) => ({ 1: { 'visual-safety': items } });

testChecker(
  visualSafety,
  [
    {
      name: 'pictures that are innocent',
      series,
      tracks: tracks(still(0, 4, 2, {}), still(4, 6, 5, { porn: 0.4, hentai: 0.2, sexy: 0.4 })),
      facts: { 'pictures-to-look-at': { value: 0 } },
    },
    {
      name: 'a shot is told once, with the picture of it that is worst; never as a violation',
      series,
      tracks: tracks(
        still(2, 8, 3, { porn: 0.75 }),
        still(2, 8, 5, { porn: 0.6, hentai: 0.3 }),
        still(8, 9, 8.5, { sexy: 0.9 }),
      ),
      expected: [
        { messageId: 'explicit', at: { episode: 1, start: 2, end: 8 }, level: 'warning' },
        { messageId: 'suggestive', at: { episode: 1, start: 8, end: 9 }, level: 'info' },
      ],
      facts: { 'pictures-to-look-at': { value: 2 } },
    },
    {
      name: 'the place is that of the picture',
      series,
      tracks: tracks(still(2, 8, 3, { porn: 0.9 })),
      expected: [{ messageId: 'explicit', at: { episode: 1, start: 2, end: 4 } }],
    },
    {
      name: 'other thresholds',
      series,
      options: { explicit: 0.95, suggestive: 0.5 },
      tracks: tracks(still(2, 4, 3, { porn: 0.9 }), still(5, 7, 6, { sexy: 0.6 })),
      expected: [{ messageId: 'suggestive', at: { episode: 1, start: 5, end: 7 } }],
    },
  ],
  { describe, it },
);

describe('the stills that are looked at', () => {
  const shot = (start: number, end: number, keyframes?: number[]) => ({
    start,
    end,
    transition: 'cut' as const,
    confidence: 1,
    ...(keyframes === undefined ? {} : { keyframes }),
  });
  const stills = [0, 1, 2, 3, 4, 5, 6, 7].map((time) => ({ time, sha256: String(time) }));
  const times = (...shots: ReturnType<typeof shot>[]) => chosenStills(shots, stills).map(({ still }) => still.time);

  it('are those next to keyframes, each once and never of another shot', () => {
    expect(times(shot(0, 4.4, [0.9, 1.2, 3.6]), shot(4.4, 8, [4.5]))).toEqual([1, 4, 5]);
  });
  it('are the middle ones of shots without keyframes', () => {
    expect(times(shot(0, 4), shot(4, 8, []))).toEqual([2, 6]);
  });
  it('are none for a shot between two stills', () => {
    expect(times(shot(2.2, 2.8, [2.5]))).toEqual([]);
  });
});
