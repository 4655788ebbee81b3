import { describe, expect, it, test } from 'vitest';
import { cueSchema, cuesTrack, defineChecker } from '@shenpian/core';
import { sampleEpisode, sampleSeries, testChecker, type CheckerCase } from '../src/checker-tester.ts';

const cue = (start: number, text: string) => ({
  start,
  end: start + 1,
  text,
  box: { x: 0, y: 0, width: 1, height: 1 },
  confidence: 1,
  engine: 'paddle',
});
const checker = defineChecker({
  id: 'bad-word',
  title: { 'zh-CN': '坏词', en: 'Bad word' },
  version: 1,
  scope: 'series',
  reads: [cuesTrack],
  options: cueSchema.pick({ text: true }).partial().strict(),
  messages: { hit: { 'zh-CN': '出现“{{term}}”', en: '"{{term}}" is said' }, other: { 'zh-CN': '别的', en: 'other' } },
  facts: { 'word-count': { label: { 'zh-CN': '次数', en: 'Times' }, unit: 'count' } },
  check({ episodes, options: { text: word = '坏' }, read, report, fact }) {
    let count = 0;
    for (const episode of episodes) {
      for (const { start, end, text } of read(cuesTrack, episode)) {
        if (!text.includes(word)) continue;
        count += 1;
        report({
          messageId: 'hit',
          data: { term: word },
          level: 'warning',
          at: { episode: episode.number, start, end },
          matched: word,
        });
      }
    }
    fact('word-count', { value: count });
  },
});

const given = { series: { episodes: [sampleEpisode(1)] }, tracks: { 1: { cues: [cue(1, '好'), cue(3, '坏人')] } } };
const hit = { messageId: 'hit', at: { episode: 1, start: 3, end: 4 } };
const right: CheckerCase = { name: 'flagged', ...given, expected: [hit], facts: { 'word-count': { value: 1 } } };

testChecker(
  checker,
  [
    right,
    { name: 'flagged, with level and match', ...given, expected: [{ ...hit, level: 'warning', matched: '坏' }] },
    { name: 'clean by option', ...given, options: { text: '恶' } },
    { name: 'an empty series', facts: { 'word-count': { value: 0 } } },
  ],
  { describe, it },
);

/** Runs a case as a runner would; gives what it throws, null when it passes. */
async function outcome(each: CheckerCase): Promise<Error | null> {
  const bodies: (() => Promise<void>)[] = [];
  testChecker(checker, [each], { describe: (_, body) => body(), it: (_, body) => void bodies.push(body) });
  expect(bodies).toHaveLength(1);
  return (
    bodies[0]?.().then(
      () => null,
      (error: Error) => error,
    ) ?? null
  );
}

describe('testChecker', () => {
  test('passes what is right', async () => expect(await outcome(right)).toBeNull());

  test.each<[string, Partial<CheckerCase>]>([
    ['a clean case that is flagged', { expected: [] }],
    ['a finding that is not there', { expected: [hit, hit] }],
    ['another message', { expected: [{ ...hit, messageId: 'other' }] }],
    ['another place', { expected: [{ ...hit, at: { episode: 1, start: 3, end: 5 } }] }],
    ['another episode', { expected: [{ ...hit, at: { ...hit.at, episode: 2 } }] }],
    ['another level', { expected: [{ ...hit, level: 'violation' }] }],
    ['another match', { expected: [{ ...hit, matched: '坏人' }] }],
    ['another fact', { facts: { 'word-count': { value: 2 } } }],
    ['a fact that is not stated', { facts: {} }],
    ['options that are not valid', { options: { wort: 'x' } }],
    ['tracks that are not there', { tracks: {} }],
  ])('fails: %s', async (_, change) => {
    expect(await outcome({ ...right, ...change })).toBeInstanceOf(Error);
  });

  test('the episode and series of cases are plain data, posted as they are', () => {
    const series = sampleSeries({ title: '另一部', episodes: [sampleEpisode(3, 90)] });
    expect(structuredClone(series)).toEqual(series);
    expect(series).toMatchObject({
      title: '另一部',
      kind: 'live-action',
      episodes: [{ number: 3, input: { probe: { seconds: 90, width: 1080 } } }],
    });
  });
});
