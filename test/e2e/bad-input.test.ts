import { copyFile, mkdir, open, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { resolveFfmpeg } from '@shenpian/core';
import { makeEpisode } from '@shenpian/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSubmission, smallEpisode } from './made-submission.ts';
import { shenpian, temporaryFolder } from './shenpian.ts';

describe('bad input: a clear line that names the file, exit code 2, and the rest still checked', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  let good: string;
  let ffmpeg: string;
  const inside = (...parts: string[]): string => join(temporary.folder, ...parts);
  const env = (): Record<string, string> => ({ SHENPIAN_CACHE_DIR: inside('cache') });

  beforeAll(async () => {
    temporary = await temporaryFolder();
    good = inside('good.mp4');
    await makeEpisode(good, smallEpisode);
    ffmpeg = (await resolveFfmpeg()).ffmpeg.file;
  });
  afterAll(() => temporary.remove());

  const make = (words: readonly string[]): void => {
    const made = spawnSync(ffmpeg, ['-v', 'error', '-y', ...words]);
    if (made.status !== 0) throw new Error(made.stderr.toString());
  };

  const badFiles: readonly { name: string; says: RegExp; make: (file: string) => Promise<void> | void }[] = [
    { name: '空文件.mp4', says: /空文件\.mp4.*empty/, make: (file) => writeFile(file, '') },
    {
      name: 'text.mp4',
      says: /text\.mp4.*not a video/,
      make: (file) => writeFile(file, 'this is no video\n'.repeat(50)),
    },
    {
      name: 'sound only.mp4',
      says: /sound only\.mp4.*no picture/,
      make: (file) => make(['-f', 'lavfi', '-i', 'sine=duration=2', '-c:a', 'aac', file]),
    },
    {
      name: '没有结尾🎬.mp4',
      says: /没有结尾🎬\.mp4.*not a video/u,
      make: async (file) => {
        make(['-i', good, '-c', 'copy', file]);
        const handle = await open(file, 'r+');
        const { size } = await handle.stat();
        await handle.close();
        await truncate(file, Math.floor(size / 2));
      },
    },
    {
      name: 'playlist.mp4',
      says: /playlist\.mp4.*not a video/,
      make: (file) => writeFile(file, `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile://${good}\n#EXT-X-ENDLIST\n`),
    },
    {
      name: 'five hours.mp4',
      says: /five hours\.mp4.*300 minutes/,
      make: (file) =>
        make(['-f', 'lavfi', '-i', 'color=s=16x16:r=1/60:d=18000', '-c:v', 'libx264', '-preset', 'ultrafast', file]),
    },
  ];

  it.each(badFiles)('$name', async ({ name, says, make: makeBad }) => {
    const folder = inside(`submission ${name}`);
    await mkdir(join(folder, 'episodes'), { recursive: true });
    await copyFile(good, join(folder, 'episodes', 'good.mp4'));
    await makeBad(join(folder, 'episodes', name));
    const list = `  - {file: episodes/good.mp4, number: 1}\n  - {file: "episodes/${name}", number: 2}\n`;
    await writeFile(join(folder, 'drama.yaml'), `title: 小样\nepisodes:\n${list}`);
    const run = await shenpian(['check', folder, '--json'], env());
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(says);
    const report = JSON.parse(run.stdout) as {
      inputs: unknown[];
      checks: { status: string }[];
      problems: { message: Record<string, string> }[];
    };
    expect(report.inputs).toHaveLength(1);
    expect(report.checks.length).toBeGreaterThan(0);
    expect(report.problems[0]?.message['zh-CN']).toMatch(/[一-鿿]/);
    const single = await shenpian(['subtitles', join(folder, 'episodes', name)], env());
    // Length is a rule of episodes, not of files.
    if (name !== 'five hours.mp4') {
      expect(single.code).toBe(2);
      expect(single.stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('a truncated file is checked as far as it goes, with a finding', async () => {
    const folder = inside('truncated');
    await mkdir(join(folder, 'episodes'), { recursive: true });
    const long = join(folder, 'episodes', '第1集.mp4');
    await makeEpisode(long, {
      shots: [
        { seconds: 6, hue: 10 },
        { seconds: 6, hue: 120 },
      ],
    });
    const { length } = await readFile(long);
    await truncate(long, Math.floor(length * 0.6));
    await writeFile(join(folder, 'drama.yaml'), 'title: 小样\nepisodes: episodes/*.mp4\n');
    const run = await shenpian(['check', folder, '--json'], env());
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/第1集\.mp4.*declares 12\.?0? s/);
    const report = JSON.parse(run.stdout) as { findings: { rule: string; at: { start: number } }[] };
    const finding = report.findings.find(({ rule }) => rule === 'ingest/truncated');
    expect(finding?.at.start).toBeGreaterThan(2);
    expect(finding?.at.start).toBeLessThan(11);
  });

  const badFolders: readonly { name: string; says: RegExp; make: (folder: string) => Promise<unknown> }[] = [
    { name: 'missing folder', says: /no such folder/, make: async () => undefined },
    { name: 'no drama.yaml', says: /no drama\.yaml here/, make: (folder) => mkdir(folder) },
    {
      name: 'a typo in a key',
      says: /drama\.yaml line 2: unknown key "epsodes"\. Did you mean "episodes"\?/,
      make: async (folder) => {
        await mkdir(folder);
        await writeFile(join(folder, 'drama.yaml'), 'title: 小样\nepsodes: episodes/*.mp4\n');
      },
    },
    {
      name: 'broken YAML',
      says: /drama\.yaml line \d: not valid YAML/,
      make: async (folder) => {
        await mkdir(folder);
        await writeFile(join(folder, 'drama.yaml'), 'title: "小样\nepisodes: [a\n');
      },
    },
    {
      name: 'no episode',
      says: /no episode was found/,
      make: async (folder) => {
        await mkdir(folder);
        await writeFile(join(folder, 'drama.yaml'), 'title: 小样\nepisodes: episodes/*.mp4\n');
      },
    },
  ];

  it.each(badFolders)('$name', async ({ name, says, make: makeFolder }) => {
    const folder = inside(name);
    await makeFolder(folder);
    const run = await shenpian(['check', folder], env());
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(says);
    expect(run.stdout).toBe('');
  });

  it('a gap and a double in the numbers, a link loop, spaces and emoji: told, and the rest is checked', async () => {
    const folder = inside('送审 🎬 文件夹');
    await makeSubmission(folder, ['第01集.mp4', '第 3 集 🌾.mp4']);
    await copyFile(good, join(folder, 'episodes', 'EP01.mp4'));
    await symlink('..', join(folder, 'episodes', 'loop'));
    const run = await shenpian(['check', folder, '--json'], env());
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/episode 1 is there twice/);
    expect(run.stderr).toMatch(/gap: 2 missing/);
    const report = JSON.parse(run.stdout) as { inputs: { episode: number }[] };
    expect(report.inputs.map(({ episode }) => episode)).toEqual([1, 3]);
  });

  it('a 4K episode is read', async () => {
    const folder = inside('four k');
    await mkdir(join(folder, 'episodes'), { recursive: true });
    make([
      '-f',
      'lavfi',
      '-i',
      'testsrc=s=2160x3840:r=25:d=1',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
      join(folder, 'episodes', '1.mp4'),
    ]);
    await writeFile(join(folder, 'drama.yaml'), 'title: 小样\nepisodes: episodes/*.mp4\n');
    const run = await shenpian(['check', folder, '--json'], env());
    expect(run.stderr).not.toMatch(/wrong/);
    const report = JSON.parse(run.stdout) as {
      inputs: { width: number; height: number }[];
      checks: { status: string }[];
    };
    expect(report.inputs[0]).toMatchObject({ width: 2160, height: 3840 });
    expect(report.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  });

  it.each([
    [['check', '--jobs', '0'], /--jobs/],
    [['check', '--date', '2026-13-45'], /--date/],
    [['check', '--format', 'pdf', '.'], /format "pdf"/],
    [['check', '--skip', 'no-such', '.'], /no checker "no-such"/],
    [['chekc'], /check/],
    [['subtitles'], /--help/],
    [['subtitles', 'missing.mp4'], /missing\.mp4.*no such file/],
    [['shots', '--format', 'avi', 'x.mp4'], /--help/],
    [['policy', 'show', 'nowhere'], /no pack "nowhere"/],
    [['check', '--config', 'no-such.config.ts'], /no such file/],
  ])('%j is wrong usage', async (words, says) => {
    const run = await shenpian(words, env(), temporary.folder);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(says);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stdout).toBe('');
  });
});
