import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineChecker, type CheckerDefinition } from '../../src/checkers/define-checker.ts';
import { pluginContract } from '../../src/pipeline/plugin-contract.ts';
import { definePlugin, type Plugin } from '../../src/pipeline/plugin.ts';
import { defineTrack, type TrackDefinition } from '../../src/tracks/define-track.ts';
import { defineTrackType } from '../../src/tracks/track-type.ts';

const type = defineTrackType('numbers', z.number());
const track: TrackDefinition<number, object> = defineTrack({
  type,
  version: 1,
  options: z.strictObject({}),
  build: async () => [],
});
const checker = defineChecker({
  id: 'words',
  title: { 'zh-CN': '用词', en: 'Words' },
  version: 1,
  scope: 'series',
  reads: [type],
  options: z.strictObject({}),
  messages: { hit: { 'zh-CN': '出现“{{term}}”', en: '"{{term}}" is said' } },
  facts: { 'word-count': { label: { 'zh-CN': '次数', en: 'Times' }, unit: 'count' } },
  check: () => undefined,
}) as CheckerDefinition;
const plugin = (
  change: Partial<CheckerDefinition> = {},
  changedTrack: Partial<TrackDefinition<number, object>> = {},
): Plugin =>
  definePlugin({
    name: 'a',
    tracks: [{ ...track, ...changedTrack }],
    checkers: [{ ...checker, ...change } as CheckerDefinition],
  });
const broken = async (given: Plugin) =>
  (await pluginContract(given))
    .filter((result) => result.broken !== null)
    .map(({ title, broken: how }) => `${title}: ${how}`);
const label = { 'zh-CN': '次数', en: 'Times' };

describe('pluginContract', () => {
  test('a good plugin keeps every promise', async () => {
    expect(await broken(plugin())).toEqual([]);
    expect((await pluginContract(plugin())).length).toBeGreaterThan(8);
  });

  test.each<[string, Plugin, RegExp]>([
    ['nothing in it', definePlugin({ name: 'a' }), /it is empty/],
    ['an id in capitals', plugin({ id: 'Words' }), /"Words" is not lower-case/],
    ['a Chinese id', plugin({}, { type: defineTrackType('镜头', z.number()) }), /"镜头" is not lower-case/],
    ['a track twice', definePlugin({ name: 'a', tracks: [track, track] }), /"numbers" is there twice/],
    ['version 0', plugin({ version: 0 }), /checker words: version.*0/],
    ['a version of a track that is no whole number', plugin({}, { version: 1.5 }), /track numbers: version.*1\.5/],
    [
      'options without defaults',
      plugin({ options: z.strictObject({ level: z.number() }) }),
      /options must have defaults/,
    ],
    [
      'options that cannot be posted',
      plugin({ options: z.object({}).transform(() => ({ now: () => 1 })) }),
      /plain data/,
    ],
    ['a track that reads itself', plugin({}, { reads: [type] }), /does not read itself: it does/],
    [
      'a title in one language',
      plugin({ title: { 'zh-CN': '用词', en: '' } }),
      /title in both languages: .*no en text/,
    ],
    ['a message without English', plugin({ messages: { hit: { 'zh-CN': '出现', en: ' ' } } }), /no en text/],
    ['a Chinese message in English', plugin({ messages: { hit: { 'zh-CN': 'found', en: 'found' } } }), /not Chinese/],
    [
      'placeholders that differ',
      plugin({ messages: { hit: { 'zh-CN': '出现{{term}}', en: 'found {{word}}' } } }),
      /different placeholders/,
    ],
    ['a fact id that is not ASCII', plugin({ facts: { 次数: { label, unit: 'count' } } }), /fact ids are ASCII: 次数/],
    [
      'a fact without a Chinese label',
      plugin({ facts: { times: { label: { 'zh-CN': '', en: 'Times' }, unit: 'count' } } }),
      /labels in both languages/,
    ],
    ['facts of one episode', plugin({ scope: 'episode' }), /1 facts in scope "episode"/],
    [
      'a crash on an empty series',
      plugin({ check: ({ series }) => void (series.episodes[0] as { number: number }).number }),
      /an empty series is no crash: .+/,
    ],
  ])('%s breaks it', async (_, given, how) => {
    const results = await broken(given);
    expect(
      results.some((result) => how.test(result)),
      results.join('\n'),
    ).toBe(true);
  });
});
