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
  investment: 850_000,
  episodes: [episode(1, 90.5), episode(2, 118), episode(3, 60)],
  scripts: [],
  locations: [],
  filing: { date: '2026-12-01', number: '（豫）网微剧备字（2026）第012号' },
  claims: [],
  evidence: [],
  release: { platforms: ['红果'] },
  event: null,
  tables: [],
};
const bare: Series = {
  ...series,
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
      investment: { value: 850_000 },
      'episode-count': { value: 3 },
      'longest-episode-seconds': { value: 118 },
      'total-seconds': { value: 268.5 },
      'filing-date': { value: '2026-12-01' },
      'filing-number': { value: '（豫）网微剧备字（2026）第012号' },
      'producer-licence': { value: '（豫）字第00001号' },
      'release-platforms': { value: ['红果'] },
    });
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
