import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleEpisode, sampleSeries } from '../../../testing/dist/index.js';
import { loadRegistry, resolvePlugin } from '../../dist/index.js';
import { openCheckerHost } from '../../dist/pipeline/checker-host.js';
import { runCheckers } from '../../dist/pipeline/run-checkers.js';

const url = resolvePlugin('./misbehaving.mjs', fileURLToPath(new URL('fixtures', import.meta.url)));
const input = { series: sampleSeries(), episodes: [], options: {}, tracks: {} };
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('openCheckerHost', () => {
  const host = openCheckerHost([url], new AbortController().signal);
  afterAll(() => host.close());

  test.each<[string, number, RegExp]>([
    ['throws', 30, /no luck/],
    ['throws-a-text', 30, /just a text/],
    ['loops', 2, /took longer than 2 s/],
    ['never-answers', 2, /took longer than 2 s/],
    ['eats-memory', 60, /memory/i],
    ['exits', 30, /ended with code 0/],
    ['rejects-elsewhere', 30, /nobody waits for this/],
    ['states-more', 30, /undeclared fact other-fact/],
    ['not-there', 30, /no checker not-there/],
  ])('%s fails with its reason, and the next one runs', async (id, seconds, reason) => {
    await expect(host.run(id, input, seconds)).rejects.toThrow(reason);
    expect((await host.run('good-after', input, 30)).facts).toEqual({ 'good-after-fact': { value: 1 } });
  });

  test('one that throws after its answer keeps its answer, and the next one runs', async () => {
    expect((await host.run('throws-after-its-answer', input, 30)).facts).toEqual({
      'throws-after-its-answer-fact': { value: 1 },
    });
    await pause(400);
    expect((await host.run('good-after', input, 10)).facts).toEqual({ 'good-after-fact': { value: 1 } });
  });

  test('cancelling ends one that loops, with the reason', async () => {
    const controller = new AbortController();
    const cancelled = openCheckerHost([url], controller.signal);
    const reason = new Error('enough');
    const running = cancelled.run('loops', input, 60);
    setTimeout(() => controller.abort(reason), 200);
    await expect(running).rejects.toBe(reason);
    await expect(cancelled.run('good-after', input, 60)).rejects.toBe(reason);
    await cancelled.close();
  });
});

describe('runCheckers', () => {
  test('each that fails takes only its own facts with it', async () => {
    const registry = await loadRegistry(
      [url],
      ['never-answers', 'eats-memory', 'rejects-elsewhere', 'throws-a-text', 'throws-after-its-answer'],
    );
    const host = openCheckerHost([url], new AbortController().signal);
    const episodes = [sampleEpisode(1), sampleEpisode(2)];
    const tracks = new Map(episodes.map(({ number }) => [number, { tracks: new Map(), decode: null, decoded: false }]));
    const { checks, facts, findings } = await runCheckers(registry.checkers, {
      series: sampleSeries({ episodes }),
      tracks,
      options: {},
      unreadEpisodes: 0,
      host,
      seconds: 6,
    });
    await host.close();

    expect(checks.map(({ id, episode, status }) => `${id} ${episode} ${status}`)).toEqual([
      'good-before null ok',
      'throws null failed',
      'loops null failed',
      'exits null failed',
      'states-more null failed',
      'says-nothing null ok',
      'prints null ok',
      'second-episode-throws 1 ok',
      'second-episode-throws 2 failed',
      'good-after null ok',
    ]);
    for (const { status, reason } of checks) {
      if (status === 'ok') continue;
      expect(reason?.['zh-CN']).toMatch(/^审核失败：./);
      expect(reason?.en).toMatch(/^check failed: ./);
    }
    const known = Object.entries(facts).filter(([, fact]) => 'value' in fact);
    expect(known.map(([id]) => id).toSorted()).toEqual(['good-after-fact', 'good-before-fact', 'prints-fact']);
    expect(facts['throws-fact']).toMatchObject({
      unknown: { reason: { en: expect.stringContaining('no luck') as string } },
    });
    expect(facts['says-nothing-fact']).toMatchObject({ unknown: { reason: { en: 'says-nothing did not state it' } } });
    expect(facts['other-fact']).toBeUndefined();
    expect(findings.map(({ rule, at }) => [rule, at])).toEqual([
      ['second-episode-throws/seen', { episode: 1, start: 0, end: 1 }],
    ]);
  });

  test('one that is off unless turned on: not run, said so, and its facts are unknown', async () => {
    const { checkers } = await loadRegistry([url]);
    const whispers = checkers
      .filter(({ id }) => id === 'good-before')
      .map((checker) => ({
        ...checker,
        options: z.strictObject({ on: z.boolean().default(false) }),
        enabled: (options: unknown) => (options as { on: boolean }).on,
      }));
    const outcome = async (options: Readonly<Record<string, unknown>>) => {
      const host = openCheckerHost([url], new AbortController().signal);
      const run = { series: sampleSeries(), tracks: new Map(), options, unreadEpisodes: 0, host, seconds: 6 };
      return runCheckers(whispers, run).finally(() => host.close());
    };
    const { checks, facts } = await outcome({});
    expect(checks).toMatchObject([{ id: 'good-before', status: 'skipped', reason: { en: 'off unless turned on' } }]);
    expect(facts['good-before-fact']).toMatchObject({
      unknown: { wouldSettle: { en: expect.stringContaining('Turn good-before on') as string } },
    });
    await expect(outcome({ 'good-before': { on: 'yes' } })).rejects.toThrow(/good-before/);
  });

  test('an episode without a track that is read: not run on it, said so, and the facts are unknown', async () => {
    const plugin = resolvePlugin('./three-tracks.ts', fileURLToPath(new URL('fixtures', import.meta.url)));
    const registry = await loadRegistry([plugin]);
    const host = openCheckerHost([plugin], new AbortController().signal);
    const episodes = [sampleEpisode(1), sampleEpisode(2), sampleEpisode(3)];
    const items = { items: [-20] };
    const tracks = new Map([
      [
        1,
        {
          tracks: new Map<string, { items: number[] } | { error: Error }>([
            ['brightness', items],
            ['band', items],
            ['loudness', items],
          ]),
          decode: null,
          decoded: false,
        },
      ],
      [
        2,
        {
          tracks: new Map<string, { items: number[] } | { error: Error }>([
            ['brightness', { error: new Error('dark') }],
            ['band', items],
            ['loudness', items],
          ]),
          decode: null,
          decoded: false,
        },
      ],
    ]);
    const { checks, facts } = await runCheckers(registry.checkers, {
      series: sampleSeries({ episodes }),
      tracks,
      options: {},
      unreadEpisodes: 0,
      host,
      seconds: 30,
    });
    await host.close();
    expect(checks.map(({ id, episode, status }) => `${id} ${episode} ${status}`)).toEqual([
      'frame-count 2 failed',
      'frame-count 3 failed',
      'frame-count null ok',
      'loud 3 failed',
      'loud 1 ok',
      'loud 2 ok',
    ]);
    expect(checks[0]?.reason?.en).toContain('dark');
    expect(facts['frames']).toMatchObject({ unknown: { reason: { en: expect.stringContaining('dark') as string } } });
  });

  test('episodes that were not read: a fact that rests on a track is unknown, one that rests on none is not', async () => {
    const plugins = ['three-tracks.ts', 'misbehaving.mjs'].map((name) =>
      resolvePlugin(`./${name}`, fileURLToPath(new URL('fixtures', import.meta.url))),
    );
    const registry = await loadRegistry(plugins);
    const checkers = registry.checkers.filter(({ id }) => id === 'frame-count' || id === 'good-before');
    const host = openCheckerHost(plugins, new AbortController().signal);
    const { checks, facts } = await runCheckers(checkers, {
      series: sampleSeries(),
      tracks: new Map(),
      options: {},
      unreadEpisodes: 2,
      host,
      seconds: 30,
    });
    await host.close();
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['frame-count', 'ok'],
      ['good-before', 'ok'],
    ]);
    expect([facts['frames'], facts['good-before-fact']]).toEqual([
      { unknown: expect.anything() as unknown },
      { value: 1 },
    ]);
  });
});
