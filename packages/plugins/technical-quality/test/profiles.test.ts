import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Episode, Probe } from '@shenpian/core';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleEpisode, testChecker } from '../../../testing/dist/index.js';
import {
  episodeNumbers,
  loadProfile,
  parseProfile,
  ProfileError,
  shippedProfiles,
  technicalQuality,
  type Signal,
} from '../dist/index.js';

const whole = (seconds: number) => ({ episode: 1, start: 0, end: seconds });
const episode = (changes: Partial<Probe> = {}, path = 'episodes/1.mp4', bytes = 1): Episode => {
  const { input, ...rest } = sampleEpisode(1, changes.seconds ?? 60);
  return { ...rest, input: { ...input, path, bytes, probe: { ...input.probe, ...changes } } };
};
const signals = (integrated: number, truePeak: number): readonly Signal[] => [
  { kind: 'picture', start: 0, end: 60, frames: 1500, interval: 0.04, irregular: 0 },
  { kind: 'sound', start: 0, end: 60, channels: 2, integrated, range: 6, truePeak },
];
const tracks = { 1: { signal: signals(-24, -3), shots: [] } };
const limit = (seconds = 60, level: 'violation' | 'warning' | 'info' = 'warning') => ({
  messageId: 'profileLimit',
  at: whole(seconds),
  level,
});
const douyin = { release: { platforms: ['抖音'] } };

testChecker(
  technicalQuality,
  [
    { name: 'an ordinary file without a platform', series: { episodes: [episode()] }, tracks },
    { name: 'a platform whose limits are kept', series: { ...douyin, episodes: [episode()] }, tracks },
    {
      name: 'too small for the platform',
      series: { ...douyin, episodes: [episode({ width: 540, height: 960 })] },
      tracks,
      expected: [limit()],
    },
    {
      name: 'wide: recommended only',
      series: { ...douyin, episodes: [episode({ width: 1920, height: 1080 })] },
      tracks,
      expected: [limit(60, 'info')],
    },
    {
      name: 'another container',
      series: { ...douyin, episodes: [episode({ container: 'matroska,webm' }, 'episodes/1.mkv')] },
      tracks,
      expected: [limit()],
    },
    {
      name: 'a longer episode than the platform takes',
      series: { ...douyin, episodes: [episode({ seconds: 901, videoSeconds: 901 })] },
      tracks: { 1: { signal: [], shots: [] } },
      expected: [limit(901)],
    },
    {
      name: 'platforms may be left to the named profiles',
      series: { ...douyin, episodes: [episode({ width: 540, height: 960 })] },
      options: { platformProfiles: false },
      tracks,
    },
    {
      name: 'twenty minutes under the measures of 2026',
      series: {
        filing: { date: '2026-09-01', number: null },
        episodes: [episode({ seconds: 1200, videoSeconds: 1200 })],
      },
      tracks: { 1: { signal: [], shots: [] } },
      expected: [limit(1200, 'violation')],
    },
    {
      name: 'and a moment less',
      series: {
        filing: { date: '2026-09-01', number: null },
        episodes: [episode({ seconds: 1199.96, videoSeconds: 1199.96 })],
      },
      tracks: { 1: { signal: [], shots: [] } },
    },
    {
      name: 'and the day before they came into force',
      series: {
        filing: { date: '2026-08-31', number: null },
        episodes: [episode({ seconds: 1200, videoSeconds: 1200 })],
      },
      tracks: { 1: { signal: [], shots: [] } },
    },
    {
      name: 'loudness that no confirmed source limits is information',
      series: { episodes: [episode()] },
      options: { profiles: ['gyt-377-noisy'] },
      tracks,
      expected: [limit(60, 'info')],
    },
    {
      name: 'loudness within it',
      series: { episodes: [episode()] },
      options: { profiles: ['gyt-377-quiet'] },
      tracks,
    },
    {
      name: 'what was not measured is not judged',
      series: { episodes: [episode()] },
      options: { profiles: ['gyt-377-noisy'] },
      tracks: { 1: { signal: [], shots: [] } },
    },
    {
      name: "a user's own profile",
      series: { episodes: [episode()] },
      options: {
        profiles: [
          parseProfile(
            'id: ours\ntitle: {zh-CN: 自定, en: ours}\nsource: {document: 合同附件二}\nlimits: [{measure: fps, in: ["30"]}, {measure: fps, min: 30, level: violation}]',
            'ours.yaml',
          ),
        ],
      },
      tracks,
      expected: [limit(60, 'violation')],
    },
  ],
  { describe, it },
);

testChecker(
  episodeNumbers,
  [
    {
      name: 'no gap',
      series: { missingEpisodes: [] },
      facts: { 'missing-episode-count': { value: 0 } },
    },
    {
      name: 'a gap',
      series: { missingEpisodes: [3, 7] },
      expected: [{ messageId: 'missing', at: { document: 'drama.yaml' }, level: 'warning' }],
      facts: { 'missing-episode-count': { value: 2 } },
    },
  ],
  { describe, it },
);

describe('profiles', () => {
  const folder = mkdtemp(join(tmpdir(), 'shenpian-profile-'));
  afterAll(async () => rm(await folder, { recursive: true, force: true }));

  it('those that are shipped can be read, and name their source', () => {
    expect(shippedProfiles().map(({ id }) => id)).toEqual([
      'nrta-order-16',
      'wechat-upload',
      'douyin-open-platform',
      'gyt-377-quiet',
      'gyt-377-noisy',
    ]);
    for (const { source, confirmed, applies } of shippedProfiles()) {
      expect(source.document).not.toBe('');
      expect(confirmed || applies === 'named').toBe(true);
    }
  });

  it('a file that is not one is an error of one line that names it', async () => {
    const file = join(await folder, 'bad.yaml');
    for (const text of [
      'limits: [',
      'id: x',
      'id: ours\ntitle: {zh-CN: a, en: b}\nsource: {document: c}\nlimits: [{measure: fps}]',
    ]) {
      await writeFile(file, text);
      const thrown = await loadProfile(file).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(ProfileError);
      expect((thrown as ProfileError).message).toContain('bad.yaml');
      expect((thrown as ProfileError).message).not.toContain('\n');
    }
    await expect(loadProfile(join(await folder, 'absent.yaml'))).rejects.toMatchObject({ code: 'unreadable' });
  });
});
