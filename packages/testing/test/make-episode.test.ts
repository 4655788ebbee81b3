import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildTracks, defineTrack, openTrackStore, probe, shotSchema, shotsTrack } from '@shenpian/core';
import { sampleEpisode } from '../src/checker-tester.ts';
import { makeEpisode, type EpisodePlan } from '../src/make-episode.ts';

const folder = await mkdtemp(join(tmpdir(), 'shenpian-testing-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const font = join(
  dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json')),
  '400Regular/NotoSansSC_400Regular.ttf',
);

interface Frame {
  readonly time: number;
  readonly data: readonly number[];
}
/** Every gray frame of a made episode, 32 px wide, or of a part of it at full size. */
async function frames(plan: EpisodePlan, name: string): Promise<Frame[]> {
  const file = join(folder, name);
  await makeEpisode(file, plan);
  const frameList: Frame[] = [];
  const track = defineTrack({
    type: shotsTrack,
    version: 1,
    options: shotSchema.partial(),
    samples: () => ({ all: { kind: 'luma', width: 32, rate: 'every-frame' } }),
    async build({ samples }) {
      for await (const sample of samples)
        if (sample.kind === 'luma') frameList.push({ time: sample.time, data: [...sample.data] });
      return [];
    },
  });
  const { input, ...rest } = sampleEpisode(1);
  const episode = { ...rest, input: { ...input, file, sha256: name.padEnd(64, '0'), probe: await probe(file, name) } };
  const built = await buildTracks(episode, [track], {
    store: openTrackStore(join(folder, 'store')),
    options: {},
    signal: new AbortController().signal,
  });
  expect(built.tracks.get('shots')).toEqual({ items: [] });
  return frameList;
}
const change = (a: Frame, b: Frame): number =>
  a.data.reduce((sum, value, i) => sum + Math.abs(value - (b.data[i] ?? 0)), 0) / a.data.length;
const jumps = (list: readonly Frame[], above: number): number[] =>
  list.flatMap((frame, i) =>
    i > 0 && change(frame, list[i - 1] as Frame) > above ? [Math.round(frame.time * 100) / 100] : [],
  );

const small = { width: 90, height: 160, fps: 25 } as const;

describe('makeEpisode', () => {
  test('cuts are where the plan puts them', async () => {
    const list = await frames(
      {
        ...small,
        shots: [
          { seconds: 0.8, hue: 60 },
          { seconds: 1.2, hue: 230 },
          { seconds: 0.52, hue: 100 },
        ],
      },
      'cuts.mp4',
    );
    expect(list).toHaveLength(63);
    expect(jumps(list, 10)).toEqual([0.8, 2]);
  });

  test('a dissolve has no jump, and the picture changes during it only', async () => {
    const list = await frames(
      {
        ...small,
        shots: [
          { seconds: 1, hue: 60 },
          { seconds: 1.6, hue: 230, dissolve: 0.8 },
        ],
      },
      'dissolve.mp4',
    );
    expect(jumps(list, 10)).toEqual([]);
    const at = (time: number) => list.find((frame) => Math.abs(frame.time - time) < 0.02) as Frame;
    expect(change(at(1), at(1.8))).toBeGreaterThan(10);
    expect(change(at(0.2), at(0.96))).toBeLessThan(10);
    expect(change(at(1.84), at(2.48))).toBeLessThan(10);
    const [half, whole] = [change(at(1), at(1.4)), change(at(1), at(1.8))];
    expect(half / whole).toBeGreaterThan(0.3);
    expect(half / whole).toBeLessThan(0.7);
  });

  test('a subtitle is there for its time, and only in its band', async () => {
    const plan: EpisodePlan = {
      ...small,
      font,
      subtitles: [{ start: 0.4, end: 0.8, text: '你好世界你好世界' }],
      shots: [{ seconds: 1.2, hue: 250 }],
    };
    const list = await frames(plan, 'subtitle.mp4');
    const rows = (frame: Frame, from: number, to: number) => frame.data.slice(from * 32, to * 32);
    const height = (list[0]?.data.length ?? 0) / 32;
    const brightest = (frame: Frame) => Math.max(...rows(frame, Math.round(height * 0.7), Math.round(height * 0.8)));
    const times = list.filter((frame) => brightest(frame) > brightest(list[0] as Frame) + 25).map(({ time }) => time);
    expect(times[0]).toBeCloseTo(0.4, 2);
    expect(times.at(-1)).toBeCloseTo(0.76, 2);
    expect(times).toHaveLength(10);
    const top = (frame: Frame) => ({ ...frame, data: rows(frame, 0, Math.round(height * 0.6)) });
    expect(change(top(list[9] as Frame), top(list[10] as Frame))).toBeLessThan(3);
  });

  test('size, rate, sound and tags are as asked', async () => {
    const file = join(folder, 'deep', '第 1 集.mp4');
    await makeEpisode(file, {
      width: 64,
      height: 48,
      fps: 10,
      shots: [{ seconds: 1, hue: 0 }],
      options: ['-metadata', 'title=剧'],
    });
    expect(await probe(file, 'x')).toMatchObject({
      width: 64,
      height: 48,
      fps: 10,
      videoSeconds: 1,
      audioCodec: 'aac',
      tags: { title: '剧' },
    });
    await makeEpisode(file, { width: 64, height: 48, fps: 10, shots: [{ seconds: 1, hue: 0 }], audio: 'none' });
    expect((await probe(file, 'x')).audioCodec).toBeNull();
    expect((await stat(file)).size).toBeLessThan(20_000);
  });

  test('the same plan gives the same file', async () => {
    const plan: EpisodePlan = {
      ...small,
      shots: [{ seconds: 0.4, hue: 9 }],
      options: ['-fflags', '+bitexact', '-threads', '1'],
    };
    const [a, b] = [join(folder, 'a.mp4'), join(folder, 'b.mp4')];
    await makeEpisode(a, plan);
    await makeEpisode(b, plan);
    expect((await readFile(a)).equals(await readFile(b))).toBe(true);
  });

  test('subtitles without a font are a wrong call', async () => {
    await expect(
      makeEpisode(join(folder, 'x.mp4'), { shots: [], subtitles: [{ start: 0, end: 1, text: '你好' }] }),
    ).rejects.toThrow(TypeError);
  });

  test('what ffmpeg cannot make is an error with its words, not a wait', async () => {
    const plan: EpisodePlan = { ...small, shots: [{ seconds: 2, hue: 0 }] };
    await expect(makeEpisode(join(folder, 'x.mp4'), { ...plan, options: ['-c:v', 'no-such-codec'] })).rejects.toThrow(
      /no-such-codec/,
    );
  });
});
