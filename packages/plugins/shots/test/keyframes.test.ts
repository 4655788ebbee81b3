import { describe, expect, it, test } from 'vitest';
import { keyframesOf } from '../src/keyframes.ts';
import { detectTransitions } from '../src/transitions.ts';
import { featuresOf } from './film-frames.ts';
import type { ShotPlan } from './moving-pictures.ts';

const shot = (place: number, more: Partial<ShotPlan> = {}): ShotPlan => ({ frames: 40, place, ...more });

/** Frame numbers of the keyframes of a film. */
function framesOf(shots: readonly ShotPlan[], seed = 1): readonly number[] {
  const features = featuresOf(shots, seed);
  const boundaries = detectTransitions(features, { minimumFrames: 5, graduals: true });
  return keyframesOf(features, boundaries).map((time) => Math.round(time * 25));
}

// No keyframe may lie in the frames named last.
const films: [name: string, shots: ShotPlan[], hidden: readonly [first: number, last: number]][] = [
  ['a fade', [shot(1), shot(2, { from: { fade: 8 } })], [32, 47]],
  ['a dissolve', [shot(1), shot(2, { frames: 60, from: { dissolve: 16 } })], [40, 55]],
  ['a wipe', [shot(1, { frames: 60 }), shot(2, { frames: 60, from: { wipe: 14 } })], [60, 73]],
  ['a flash', [shot(1, { frames: 60, flashes: [{ at: 20, frames: 6 }] })], [20, 25]],
  ['someone who walks past', [shot(1, { frames: 80, crossing: { at: 12 } })], [16, 26]],
  ['a graphic', [shot(1, { frames: 80, popUp: { at: 8, share: 0.35 } })], [8, 32]],
];

describe('keyframesOf', () => {
  test.each(films)('not in %s', (_, shots, [first, last]) => {
    for (const seed of [1, 2]) {
      const frames = framesOf(shots, seed);
      expect(frames.length).toBeGreaterThanOrEqual(shots.length);
      expect(frames.filter((frame) => frame >= first && frame <= last)).toEqual([]);
    }
  });

  it('one for a shot that shows one thing, more for one that goes on to others, never more than three', () => {
    expect(framesOf([shot(1, { frames: 100 })])).toHaveLength(1);
    const panned = framesOf([shot(1, { frames: 120, pan: 0.4 })]);
    expect(panned.length).toBeGreaterThan(1);
    expect(panned.length).toBeLessThanOrEqual(3);
    expect(panned).toEqual(panned.toSorted((a, b) => a - b));
  });

  it('one for a shot that is shorter than its transitions, none for no frame', () => {
    expect(framesOf([shot(1), shot(2, { frames: 6 }), shot(3)])).toHaveLength(3);
    expect(framesOf([])).toEqual([]);
  });

  it('prefers sharp frames', () => {
    const features = featuresOf([shot(1)], 1);
    const [time] = keyframesOf(features, []);
    const values = [...features.sharpness.subarray(2, features.frames)].toSorted((a, b) => a - b);
    const chosen = features.sharpness[Math.round(time! * 25)]!;
    expect(chosen).toBeGreaterThanOrEqual(values[Math.floor(values.length / 2)]!);
  });
});
