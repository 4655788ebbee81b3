import { describe, expect, it, test } from 'vitest';
import { createFeatureExtractor } from '../src/feature-extractor.ts';
import { detectTransitions } from '../src/transitions.ts';
import { featuresOf } from './film-frames.ts';
import { renderFilm, truthOf, type ShotPlan } from './moving-pictures.ts';
import { randomFilm } from './random-film.ts';
import { scoreBoundaries } from './score.ts';

const options = { minimumFrames: 5, graduals: true };
const shot = (place: number, more: Partial<ShotPlan> = {}): ShotPlan => ({ frames: 40, place, ...more });
const flash = (at: number, frames: number) => ({ flashes: [{ at, frames }] });
const lamp = (goes: 'on' | 'off', ramp: number, x = 0.9) => ({ light: 0.35, lamp: { at: 18, ramp, goes, x, y: 0.3 } });
const strobe = { flashes: [0, 4, 8, 12, 16].map((offset) => ({ at: 10 + offset, frames: 2 })) };

// Every film is right when each true boundary is found within a frame (a gradual: within it) and nothing else is.
const films: [name: string, shots: ShotPlan[]][] = [
  ['cuts between places', [shot(1), shot(2), shot(3)]],
  ['shot and reverse shot in one place', [shot(1), shot(1), shot(1)]],
  ['a dark scene', [shot(1, { light: 0.2 }), shot(2, { light: 0.2 }), shot(1, { light: 0.2 })]],
  ['shots of 6 and 7 frames', [shot(1), shot(2, { frames: 6 }), shot(3, { frames: 7 }), shot(4)]],
  ['a short insert and back', [shot(1), shot(2, { frames: 8 }), shot(1)]],
  ['a dissolve', [shot(1), shot(2, { from: { dissolve: 16 } }), shot(3)]],
  ['a long dissolve', [shot(1, { frames: 60 }), shot(2, { frames: 60, from: { dissolve: 28 } })]],
  ['a wipe', [shot(1, { frames: 60 }), shot(2, { frames: 60, from: { wipe: 14 } }), shot(3)]],
  ['a fade through black', [shot(1), shot(2, { from: { fade: 8 } })]],
  ['a flash of one frame', [shot(1, flash(20, 1)), shot(2)]],
  ['a flash of three frames', [shot(1, flash(20, 3)), shot(2)]],
  ['a flash of seven frames', [shot(1, flash(20, 7)), shot(2)]],
  ['a strobe', [shot(1, strobe), shot(2)]],
  ['a lamp that goes on at a stroke', [shot(1, lamp('on', 1)), shot(2), shot(3, lamp('on', 1, 0.4)), shot(4)]],
  ['a lamp that goes off at a stroke', [shot(1, lamp('off', 1)), shot(2), shot(3, lamp('off', 1, 0.4)), shot(4)]],
  ['a lamp that goes off slowly', [shot(1, lamp('off', 7)), shot(2), shot(3, lamp('off', 9, 0.4)), shot(4)]],
  ['a fade into a very dark scene', [shot(1), shot(2, { light: 0.08, from: { fade: 8 } }), shot(3)]],
  ['a fast pan', [shot(1), shot(2, { pan: 1.5, frames: 60 }), shot(3)]],
  ['a zoom', [shot(1, { zoom: 0.4, frames: 60 }), shot(2)]],
  ['a pop-up over a third of the picture', [shot(1, { popUp: { at: 8, share: 0.33 } }), shot(2)]],
  ['someone crosses the picture', [shot(1, { crossing: { at: 12 } }), shot(2)]],
  ['one shot', [shot(1, { frames: 80 })]],
];

describe('detectTransitions', () => {
  test.each(films)('%s', (_, shots) => {
    for (const seed of [1, 2]) {
      const found = detectTransitions(featuresOf(shots, seed), options);
      const { missed, wrong } = scoreBoundaries(found, truthOf(shots));
      expect({ seed, missed, wrong }).toEqual({ seed, missed: [], wrong: [] });
    }
  });

  it('says how a shot begins and when', () => {
    const shots = [shot(1), shot(2), shot(3, { from: { dissolve: 16 } })];
    const [cut, dissolve] = detectTransitions(featuresOf(shots, 1), options);
    expect(cut).toMatchObject({ frame: 40, time: 1.6, transition: 'cut' });
    expect(dissolve!.transition).toBe('gradual');
    expect(Math.abs(dissolve!.frame - 88)).toBeLessThanOrEqual(2);
    expect(dissolve!.confidence).toBeLessThan(cut!.confidence);
  });

  it('takes an insert of fewer frames than the minimum for a flash', () => {
    const shots = [shot(1), shot(2, { frames: 3 }), shot(3)];
    const found = detectTransitions(featuresOf(shots, 1), options);
    expect(found).toHaveLength(1);
  });

  it('leaves graduals out when they are not wanted', () => {
    const shots = [shot(1), shot(2, { from: { dissolve: 16 } })];
    expect(detectTransitions(featuresOf(shots, 1), { ...options, graduals: false })).toEqual([]);
  });

  it('sees a cut between pictures that differ in colour only', () => {
    const plain = renderFilm([shot(1, { frames: 80 })], 1);
    const recoloured = createFeatureExtractor();
    let frame = 0;
    for (const { width, height, data } of plain) {
      const colour = data.slice();
      if (frame >= 40) colour.fill(150, width * height);
      recoloured.push(frame++ / 25, { width, height, data: colour });
    }
    expect(detectTransitions(recoloured.features, options)).toMatchObject([{ frame: 40, transition: 'cut' }]);
  });

  it('takes coloured light that comes and goes for light', () => {
    const lit = createFeatureExtractor();
    let frame = 0;
    for (const { width, height, data } of renderFilm([shot(1, { frames: 90 })], 1)) {
      const colour = data.slice();
      if (frame >= 30 && frame < 60 && frame % 6 < 3) colour.fill(frame % 12 < 6 ? 170 : 90, width * height);
      lit.push(frame++ / 25, { width, height, data: colour });
    }
    expect(detectTransitions(lit.features, options)).toEqual([]);
  });

  it('looks at luma alone when there is no colour', () => {
    const gray = createFeatureExtractor();
    let frame = 0;
    for (const { width, height, data } of renderFilm([shot(1), shot(2)], 1)) {
      gray.push(frame++ / 25, { width, height, data: data.subarray(0, width * height) });
    }
    expect(detectTransitions(gray.features, options)).toMatchObject([{ frame: 40, transition: 'cut' }]);
  });

  it('finds nothing in nothing', () => {
    expect(detectTransitions(featuresOf([], 1), options)).toEqual([]);
  });

  // Seeds that were not looked at while thresholds were chosen.
  it('reaches the bars on films it has not seen', { timeout: 120_000 }, () => {
    const sums = { cuts: 0, cutsFound: 0, graduals: 0, gradualsFound: 0, wrongCuts: 0, wrong: 0 };
    for (const seed of [101, 102]) {
      const film = randomFilm(seed, 26);
      const score = scoreBoundaries(detectTransitions(featuresOf(film, seed), options), truthOf(film));
      sums.cuts += score.cuts;
      sums.cutsFound += score.cutsFound;
      sums.graduals += score.graduals;
      sums.gradualsFound += score.gradualsFound;
      sums.wrongCuts += score.wrongCuts.length;
      sums.wrong += score.wrong.length;
    }
    const found = sums.cutsFound + sums.gradualsFound;
    expect(sums.cutsFound / sums.cuts).toBeGreaterThanOrEqual(0.97);
    expect(sums.cutsFound / (sums.cutsFound + sums.wrongCuts)).toBeGreaterThanOrEqual(0.97);
    expect(sums.gradualsFound / sums.graduals).toBeGreaterThanOrEqual(0.8);
    expect(found / (found + sums.wrong)).toBeGreaterThanOrEqual(0.9);
  });
});
