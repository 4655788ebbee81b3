import { describe, expect, it } from 'vitest';
import { factSchema } from '../../src/findings/fact.ts';
import { seriesFactDeclarations, seriesFacts } from '../../src/policy/series-facts.ts';
import type { Episode, Series } from '../../src/work/series.ts';

const episode = (number: number, seconds: number): Episode => ({
  number,
  title: null,
  subtitles: null,
  input: {
    path: `episodes/${number}.mp4`,
    file: `/episodes/${number}.mp4`,
    sha256: '0'.repeat(64),
    bytes: 1,
    probe: {
      seconds,
      videoSeconds: seconds,
      frames: null,
      width: 1080,
      height: 1920,
      fps: 25,
      container: 'mp4',
      videoCodec: 'h264',
      audioCodec: 'aac',
      subtitleStreams: [],
      tags: {},
    },
  },
});
const series: Series = {
  title: '凤湖夜话',
  producer: { name: '示例影视', licence: '（豫）字第00001号' },
  kind: 'live-action',
  subjects: ['都市'],
  investment: 850_000,
  costs: { total: 800_000, actors: 320_000, leads: 160_000 },
  episodes: [episode(1, 90.5), episode(2, 118), episode(3, 60)],
  scripts: [],
  locations: [],
  filing: { date: '2026-12-01', number: '（豫）网微剧备字（2026）第012号', tier: '三类' },
  claims: [],
  evidence: [],
  release: { platforms: ['红果'], recommended: false, revenue: 2_000_000 },
  event: null,
  tables: [],
};
const { subjects: _subjects, costs: _costs, ...withoutExtras } = series;
const bare: Series = {
  ...withoutExtras,
  producer: { name: null, licence: null },
  investment: null,
  episodes: [],
  filing: { date: null, number: null },
  release: { platforms: [] },
};

describe('seriesFacts', () => {
  it('states what manifest and probes say', () => {
    expect(seriesFacts(series, 0)).toEqual({
      'series-kind': { value: 'live-action' },
      subjects: { value: ['都市'] },
      investment: { value: 850_000 },
      'production-cost': { value: 800_000 },
      'actor-pay-share': { value: 0.4 },
      'lead-pay-share': { value: 0.5 },
      'episode-count': { value: 3 },
      'longest-episode-seconds': { value: 118 },
      'total-seconds': { value: 268.5 },
      'filing-date': { value: '2026-12-01' },
      'filing-number': { value: '（豫）网微剧备字（2026）第012号' },
      'filing-tier': { value: '三类' },
      'producer-licence': { value: '（豫）字第00001号' },
      'release-platforms': { value: ['红果'] },
      'release-recommended': { value: false },
      'release-revenue': { value: 2_000_000 },
      'picture-shape': { value: '竖屏' },
    });
  });

  it('tells wide series from high ones, and from those of both', () => {
    const [first, ...rest] = series.episodes;
    if (first === undefined) throw new Error('no episode');
    const probe = { ...first.input.probe, width: 1920, height: 1080 };
    const wide = { ...first, input: { ...first.input, probe } };
    const shape = (episodes: readonly Episode[]): unknown => seriesFacts({ ...series, episodes }, 0)['picture-shape'];
    expect(shape([wide])).toEqual({ value: '横屏' });
    expect(shape([wide, ...rest])).toEqual({ value: '横竖屏混合' });
    expect(shape([])).toHaveProperty('unknown');
  });

  it('shares no pay while one of the sums is missing, or nothing', () => {
    const share = (costs: NonNullable<Series['costs']>): unknown =>
      seriesFacts({ ...series, costs }, 0)['actor-pay-share'];
    expect(share({ actors: 1 })).toHaveProperty('unknown');
    expect(share({ total: 1 })).toHaveProperty('unknown');
    expect(share({ total: 0, actors: 0 })).toHaveProperty('unknown');
  });

  it('keeps an ordinary subject, stated as an empty list, apart from none stated', () => {
    expect(seriesFacts({ ...series, subjects: [] }, 0)['subjects']).toEqual({ value: [] });
    expect(seriesFacts(bare, 0)['subjects']).toHaveProperty('unknown');
  });

  it('has nothing to say about what was left out, rather than zero', () => {
    const facts = seriesFacts(bare, 0);
    const known = Object.entries(facts).filter(([, fact]) => !('unknown' in fact));
    expect(known).toEqual([['series-kind', { value: 'live-action' }]]);
  });

  it('does not give running times while an episode is unread: it may be the longest', () => {
    const facts = seriesFacts(series, 1);
    for (const id of ['episode-count', 'longest-episode-seconds', 'total-seconds']) {
      expect(facts[id], id).toHaveProperty('unknown');
    }
    expect(facts['investment']).toEqual({ value: 850_000 });
  });

  it('declares every fact it states, in the shape of a fact', () => {
    expect(Object.keys(seriesFacts(series, 0))).toEqual(Object.keys(seriesFactDeclarations));
    for (const fact of [...Object.values(seriesFacts(series, 0)), ...Object.values(seriesFacts(bare, 2))]) {
      expect(factSchema.safeParse(fact).success).toBe(true);
    }
  });
});
