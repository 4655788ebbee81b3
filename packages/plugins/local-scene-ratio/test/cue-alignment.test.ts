import { describe, expect, it, test } from 'vitest';
import { alignCues } from '../src/cue-alignment.ts';
import { scenesOfShots } from '../src/shot-scene.ts';
import { generateEpisode, type Noise } from './generated-dialogue.ts';

const lines = [
  { text: '你怎么才来？我等了你一个晚上。', scene: 'A' },
  { text: '路上车坏了。', scene: 'A' },
  { text: '你怎么才来？', scene: 'B' },
  { text: '老陈，这片麦地不能卖！', scene: 'B' },
];

describe('alignCues', () => {
  const cases: [name: string, cues: string[], scenes: (string | null)[]][] = [
    ['word for word', ['你怎么才来', '我等了你一个晚上', '路上车坏了'], ['A', 'A', 'A']],
    ['one cue for two clauses', ['你怎么才来 我等了你一个晚上'], ['A']],
    ['a clause over two cues', ['我等了你', '一个晚上', '路上车坏了'], ['A', 'A', 'A']],
    ['misread characters', ['你怎么才末', '路土车坏了'], ['A', 'A']],
    ['full width and punctuation', ['老陈……这片麦地，不能卖!!'], ['B']],
    [
      'a repeated line takes the scene of its neighbours',
      ['路上车坏了', '你怎么才来', '这片麦地不能卖'],
      ['A', 'B', 'B'],
    ],
    ['a line that nobody wrote', ['路上车坏了', '今天天气真不错'], ['A', null]],
    ['too short to tell', ['来了', '路上车坏了'], [null, 'A']],
    ['out of order: the longer part wins', ['老陈这片麦地不能卖', '路上车坏了'], ['B', null]],
    ['nothing shown', ['', '路上车坏了'], [null, 'A']],
  ];
  test.each(cases)('%s', (_, cues, scenes) => {
    expect(alignCues(cues, lines).map((cue) => cue?.scene ?? null)).toEqual(scenes);
  });

  it('gives the similarity as confidence', () => {
    expect(alignCues(['路土车坏了'], lines)).toEqual([{ scene: 'A', confidence: 0.8 }]);
  });

  it('finds nothing in an empty script', () => {
    expect(alignCues(['路上车坏了'], [])).toEqual([null]);
  });
});

describe('on generated dialogue', () => {
  const bars: [name: string, noise: Noise, right: number, known: number][] = [
    ['2 % misread, 10 % changed', { misread: 0.02, changed: 0.1, dropped: 0, added: 0 }, 0.99, 0.94],
    [
      '5 % misread, 20 % changed, 10 % dropped, 5 % added',
      { misread: 0.05, changed: 0.2, dropped: 0.1, added: 0.05 },
      0.97,
      0.9,
    ],
  ];
  test.each(bars)('%s', (_, noise, right, known) => {
    let total = 0;
    let assigned = 0;
    let correct = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { scenes, shots, cues } = generateEpisode(1, seed, noise);
      const spoken = scenes.flatMap(([scene, , texts]) => texts.map((text) => ({ text, scene })));
      const aligned = alignCues(
        cues.map(({ text }) => text),
        spoken,
      );
      const placed = scenesOfShots(
        shots,
        cues.map((cue, index) => ({ ...cue, aligned: aligned[index]! })),
      );
      for (const [index, { start, end, scene }] of shots.entries()) {
        total += end - start;
        if (placed[index]!.scene !== null) assigned += end - start;
        if (placed[index]!.scene === scene) correct += end - start;
      }
    }
    expect(correct / assigned).toBeGreaterThanOrEqual(right);
    expect(assigned / total).toBeGreaterThanOrEqual(known);
  });
});
