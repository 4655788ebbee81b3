import { emptySeries, type Script, type Series } from '@shenpian/core';
import { describe, expect, it } from 'vitest';
import { sampleEpisode } from '../../../testing/dist/index.js';
import { scriptOfEpisode, writtenText } from '../src/script-dialogue.ts';

function series(texts: readonly string[], scenes: readonly (number | null)[], episodes: number): Series {
  const scene = { heading: '', line: 1, time: null, setting: null, place: null, cast: [] };
  const lines: Script['lines'] = texts.map((text, i) => ({
    ...{ line: i + 1, text, kind: 'dialogue', speaker: '甲', column: 3, scene: `s${i}` },
  }));
  const script = {
    path: 'a.txt',
    sha256: '1',
    lines,
    scenes: scenes.map((of, i) => ({ ...scene, id: `s${i}`, episode: of })),
  };
  return {
    ...emptySeries,
    scripts: [script],
    episodes: Array.from({ length: episodes }, (_, i) => sampleEpisode(i + 1)),
  };
}

describe('scriptOfEpisode', () => {
  it('cuts dialogue at punctuation, leaves out directions, and knows the columns', () => {
    const { clauses } = scriptOfEpisode(series(['甲：（低声）好， 你先走！我【笑】随后就到'], [1], 1), 1);
    expect(clauses.map(({ text, from, to }) => [text, from, to])).toEqual([
      ['好', 7, 8],
      ['你先走', 10, 13],
      ['我', 14, 15],
      ['随后就到', 18, 22],
    ]);
    expect(writtenText(clauses.slice(0, 2))).toBe('好， 你先走');
  });

  it.each<[string, readonly (number | null)[], number, string[]]>([
    ['scenes of the episode', [1, 2], 2, ['二']],
    ['scenes without episode, several episodes: it cannot be told', [null, null], 2, []],
    ['scenes without episode, one episode: all', [null, null], 1, ['一', '二']],
  ])('%s', (_, scenes, episodes, expected) => {
    const { clauses } = scriptOfEpisode(series(['甲：一', '甲：二'], scenes, episodes), 2);
    expect(clauses.map(({ text }) => text)).toEqual(expected);
  });
});
