import { describe, expect, it } from 'vitest';
import { lookDistance, lookFrom, lookOf, lookVector, meanVector } from '../src/look.ts';
import { setUpsOf } from '../src/set-ups.ts';
import { drawPicture } from './drawn-pictures.ts';

// Three set-ups of two colours each, three takes with noise.
const takes = [
  [200, 40],
  [200, 40],
  [90, 160],
  [200, 40],
  [90, 160],
  [20, 300],
].map(([top, side], seed) => lookVector(lookOf(drawPicture(top!, side!, seed))));
const common = meanVector(takes);

describe('looks', () => {
  it('survive being written down', () => {
    const look = lookOf(drawPicture(200, 40, 1));
    expect(lookFrom(lookVector(look))).toBe(look);
  });

  it('are nearer within a set-up than across', () => {
    expect(lookDistance(takes[0]!, takes[1]!, common)).toBeLessThan(0.05);
    expect(lookDistance(takes[0]!, takes[2]!, common)).toBeGreaterThan(0.5);
  });

  it('do not depend on the size of the picture', () => {
    const small = lookVector(lookOf(drawPicture(200, 40, 1, 96, 76)));
    expect(lookDistance(takes[0]!, small, common)).toBeLessThan(0.05);
  });
});

describe('setUpsOf', () => {
  it('puts takes of one set-up together, in order', () => {
    expect(setUpsOf(takes, common)).toEqual([[0, 1, 3], [2, 4], [5]]);
  });

  it('has one group for one picture and none for none', () => {
    expect(setUpsOf(takes.slice(0, 1), common)).toEqual([[0]]);
    expect(setUpsOf([], common)).toEqual([]);
  });
});
