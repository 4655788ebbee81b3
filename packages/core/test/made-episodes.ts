import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { makeEpisode, type EpisodePlan } from '../../testing/dist/index.js';
import { hashFile } from '../src/ingest/hash-file.ts';
import { resolveFfmpeg } from '../src/media/ffmpeg.ts';
import { probe } from '../src/media/probe.ts';
import type { VideoInput } from '../src/work/input.ts';
import type { Episode } from '../src/work/series.ts';

const run = promisify(execFile);

/** A folder of this test file's own, removed after its tests. Call it at the top of the file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpian-test-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** 4 s, 100 frames, 180 × 320, cuts at 1.2 and 3 s, a tone. */
export const threeShots: EpisodePlan = {
  width: 180,
  height: 320,
  fps: 25,
  shots: [
    { seconds: 1.2, hue: 60 },
    { seconds: 1.8, hue: 230 },
    { seconds: 1, hue: 90 },
  ],
};

/** 1 s, 10 frames: the smallest episode for tests that do not look at the picture. */
export const oneSecond: EpisodePlan = { width: 96, height: 160, fps: 10, shots: [{ seconds: 1, hue: 10 }] };

/** Makes {@link threeShots}, or another plan, in a folder. */
export async function made(folder: string, name: string, plan: EpisodePlan = threeShots): Promise<string> {
  const file = join(folder, name);
  await makeEpisode(file, plan);
  return file;
}

/** Runs the ffmpeg that the product found; gives what it logged. */
export async function ffmpeg(...args: readonly string[]): Promise<string> {
  const tools = await resolveFfmpeg();
  const { stderr } = await run(tools.ffmpeg.file, ['-hide_banner', '-nostdin', '-y', ...args], { maxBuffer: 1 << 24 });
  return stderr;
}

/** An ingested video, as decode and tracks take it. */
export async function videoInput(file: string, path = 'episodes/1.mp4'): Promise<VideoInput> {
  return { ...(await hashFile({ file, path })), probe: await probe(file, path) };
}

/** Episode 1 of a file. */
export async function episodeOf(file: string, number = 1): Promise<Episode> {
  return { number, title: null, input: await videoInput(file, `episodes/${number}.mp4`), subtitles: null };
}

/** An executable script. */
export async function script(file: string, body: string): Promise<string> {
  await writeFile(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
  return file;
}
