import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleEpisode, sampleSeries } from '../../../testing/dist/index.js';
import { defineChecker, type CheckerContext, type FindingReport } from '../../src/checkers/define-checker.ts';
import { runChecker } from '../../src/checkers/run-checker.ts';
import { cuesTrack, shotsTrack } from '../../src/tracks/standard-tracks.ts';

const options = z.strictObject({ word: z.string().default('坏') });
type Context = CheckerContext<z.output<typeof options>, 'hit' | 'said'>;

const checkerOf = (check: (context: Context) => void | Promise<void>) =>
  defineChecker({
    id: 'words',
    title: { 'zh-CN': '用词', en: 'Words' },
    version: 1,
    scope: 'series',
    reads: [cuesTrack],
    options,
    messages: {
      hit: { 'zh-CN': '出现“{{term}}”', en: '"{{term}}" is said' },
      said: { 'zh-CN': '说话', en: 'speech' },
    },
    facts: { 'word-count': { label: { 'zh-CN': '次数', en: 'Times' }, unit: 'count' } },
    check,
  });
const [episode, second] = [sampleEpisode(1), sampleEpisode(2)];
const cue = (start: number, text: string) => ({
  start,
  end: start + 1,
  text,
  box: { x: 0, y: 0, width: 1, height: 1 },
  confidence: 1,
  engine: 'paddle',
});
const run = (check: (context: Context) => void | Promise<void>, cues: readonly unknown[] = [], given: unknown = {}) =>
  runChecker(checkerOf(check), {
    series: sampleSeries({ episodes: [episode] }),
    episodes: [episode],
    options: given,
    tracks: { 1: { cues } },
  });

/** Reports every cue that holds the word. */
const screen = ({ read, report, options: { word } }: Context): void => {
  for (const { start, end, text } of read(cuesTrack, episode)) {
    if (text.includes(word))
      report({
        messageId: 'hit',
        data: { term: word },
        level: 'warning',
        at: { episode: 1, start, end },
        matched: word,
        identity: [word, text],
      });
  }
};
const at = { episode: 1, start: 1, end: 2 };

describe('runChecker', () => {
  test('a finding is filled in both languages, with what the checker left out', async () => {
    const { findings } = await run(({ report }) =>
      report({ messageId: 'hit', data: { term: '坏' }, level: 'violation', at }),
    );
    expect(findings).toEqual([
      {
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        checker: 'words',
        rule: 'words/hit',
        level: 'violation',
        message: { 'zh-CN': '出现“坏”', en: '"坏" is said' },
        confidence: 1,
        at,
        evidence: [],
        standards: [],
      },
    ]);
  });

  test('fingerprints survive a re-cut', async () => {
    const prints = async (shift: number) =>
      (await run(screen, [cue(1 + shift, '坏人'), cue(3 + shift, '好'), cue(5 + shift, '很坏')])).findings.map(
        (each) => each.fingerprint,
      );
    expect(await prints(12.34)).toEqual(await prints(0));
  });

  test('a line before does not change those after', async () => {
    const [, after] = (await run(screen, [cue(1, '更坏'), cue(5, '很坏')])).findings;
    const [alone] = (await run(screen, [cue(9, '很坏')])).findings;
    expect(after?.fingerprint).toBe(alone?.fingerprint);
  });

  test.each([
    ['the same text', '很坏', '很坏'],
    ['text that differs in punctuation only', '很坏', '很坏！'],
  ])('%s twice gives two findings that can be told apart', async (_, first, again) => {
    const { findings } = await run(screen, [cue(1, first), cue(5, again)]);
    expect(new Set(findings.map((each) => each.fingerprint)).size).toBe(2);
  });

  test('without identity, the match and the data tell findings apart', async () => {
    const report = (term: string): FindingReport<'hit'> => ({ messageId: 'hit', data: { term }, level: 'info', at });
    const { findings } = await run((context) => ['a', 'b'].forEach((term) => context.report(report(term))));
    expect(new Set(findings.map((each) => each.fingerprint)).size).toBe(2);
  });

  test('options have their defaults, and reach the checker', async () => {
    const seen: string[] = [];
    await run((context) => void seen.push(context.options.word));
    await run((context) => void seen.push(context.options.word), [], { word: '恶' });
    expect(seen).toEqual(['坏', '恶']);
  });

  test.each([
    ['a value', { value: 3 }],
    ['an interval', { low: 0.1, high: 0.4, coverage: 0.5 }],
    ['unknown', { unknown: { reason: { 'zh-CN': '无', en: 'none' }, wouldSettle: { 'zh-CN': '补', en: 'add' } } }],
  ])('a fact: %s', async (_, fact) => {
    expect((await run((context) => context.fact('word-count', fact))).facts).toEqual({ 'word-count': fact });
  });

  test.each<[string, (context: Context) => void | Promise<void>, RegExp]>([
    ['states an undeclared fact', (context) => context.fact('other', { value: 1 }), /undeclared fact other/],
    ['states a fact of no shape', (context) => context.fact('word-count', { low: 1 } as never), /Invalid/],
    [
      'uses an undeclared message',
      ({ report }) => report({ messageId: 'nope' as 'hit', level: 'info', at }),
      /no message "nope"/,
    ],
    [
      'leaves a hole in a message',
      ({ report }) => report({ messageId: 'hit', level: 'info', at }),
      /no value for \{\{term\}\}/,
    ],
    [
      'names no place',
      ({ report }) => report({ messageId: 'said', level: 'info', at: { episode: 1 } as never }),
      /Invalid/,
    ],
    [
      'reads a track that it did not name',
      ({ read }) => void read(shotsTrack, episode),
      /shots, which is not in its "reads"/,
    ],
    ['reads an episode that was not given', ({ read }) => void read(cuesTrack, second), /no track cues for episode 2/],
    ['throws later', async () => Promise.reject(new Error('later')), /later/],
  ])('a checker that %s fails', async (_, check, message) => {
    await expect(run(check)).rejects.toThrow(message);
  });

  test('options that are not valid fail', async () => {
    await expect(run(() => undefined, [], { wort: 'x' })).rejects.toThrow(/wort/);
  });
});

test('tracks that a checker may read are empty where they are not there, further places and values go through', async () => {
  const checker = defineChecker({
    ...checkerOf(({ read, report }) => {
      const shots = read(shotsTrack, episode);
      report({
        messageId: 'said',
        level: 'info',
        at,
        also: [{ episode: 2, start: 0, end: 1 }],
        values: { shots: shots.length, scenes: ['1-1'] },
      });
    }),
    mayRead: [shotsTrack],
  });
  const input = { series: sampleSeries({ episodes: [episode] }), episodes: [episode], options: {} };
  const without = await runChecker(checker, { ...input, tracks: { 1: { cues: [] } } });
  expect(without.findings).toMatchObject([
    { also: [{ episode: 2, start: 0, end: 1 }], values: { shots: 0, scenes: ['1-1'] } },
  ]);
  const shots = [{ start: 0, end: 4, transition: 'start', confidence: 1 }];
  const having = await runChecker(checker, { ...input, tracks: { 1: { cues: [], shots } } });
  expect(having.findings).toMatchObject([{ values: { shots: 1 } }]);
  expect(having.findings[0]?.fingerprint).toBe(without.findings[0]?.fingerprint);
});
