import { expect, test } from 'vitest';
import { scenesOfShots } from '../src/shot-scene.ts';

const cue = (start: number, end: number, scene: string | null, confidence = 1) => ({
  start,
  end,
  aligned: scene === null ? null : { scene, confidence },
});
const shots = [0, 10, 20, 30].map((start) => ({ start, end: start + 10 }));

const cases: [name: string, cues: ReturnType<typeof cue>[], scenes: (string | null)[]][] = [
  ['a cue in every shot', [cue(1, 2, 'A'), cue(11, 12, 'A'), cue(21, 22, 'B'), cue(31, 32, 'B')], ['A', 'A', 'B', 'B']],
  ['between cues of one scene', [cue(1, 2, 'A'), cue(31, 32, 'A')], ['A', 'A', 'A', 'A']],
  ['between two scenes', [cue(1, 2, 'A'), cue(31, 32, 'B')], ['A', null, null, 'B']],
  ['before the first and after the last cue', [cue(11, 12, 'A'), cue(21, 22, 'A')], [null, 'A', 'A', null]],
  ['two scenes in one shot', [cue(1, 2, 'A'), cue(3, 4, 'B'), cue(11, 12, 'B')], [null, 'B', null, null]],
  [
    'next to a shot of two scenes',
    [cue(1, 2, 'A'), cue(11, 12, 'A'), cue(13, 14, 'B'), cue(31, 32, 'B')],
    ['A', null, 'B', 'B'],
  ],
  ['a cue that lingers over a cut', [cue(8, 10.3, 'A'), cue(12, 13, 'B')], ['A', 'B', null, null]],
  ['a cue that spans two shots', [cue(8, 12, 'A')], ['A', 'A', null, null]],
  ['cues without a place in the script', [cue(1, 2, 'A'), cue(11, 12, null), cue(21, 22, 'A')], ['A', 'A', 'A', null]],
  ['no cues', [], [null, null, null, null]],
];
test.each(cases)('%s', (_, cues, scenes) => {
  expect(scenesOfShots(shots, cues).map(({ scene }) => scene)).toEqual(scenes);
});

test('is as sure as the least sure cue', () => {
  const placed = scenesOfShots(shots, [cue(1, 2, 'A', 0.9), cue(3, 4, 'A', 0.7), cue(21, 22, 'A', 1)]);
  expect(placed.map(({ confidence }) => confidence)).toEqual([0.7, 0.7, 1, 0]);
});

test('guesses the scene of the nearest cue where nobody can tell, and only there', () => {
  const placed = scenesOfShots(shots, [cue(9.4, 10, 'A'), cue(25, 26, 'A'), cue(27, 28, 'B')]);
  expect(placed.map(({ scene, likely }) => [scene, likely])).toEqual([
    ['A', null],
    ['A', null],
    [null, 'A'],
    [null, 'B'],
  ]);
});
