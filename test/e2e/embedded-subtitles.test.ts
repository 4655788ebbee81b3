import { spawnSync } from 'node:child_process';
import { access, chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { reportSchema, resolveFfmpeg, type Report } from '@shenpian/core';
import { makeEpisode } from '@shenpian/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallEpisode } from './made-submission.ts';
import { shenpian, start, temporaryFolder } from './shenpian.ts';

const srt = `1
00:00:00,600 --> 00:00:03,200
今天天气真坏

2
00:00:03,300 --> 00:00:03,900
注册网上赌场就送彩金
`;
const script = '第一集\n1-1 日 外 湖边\n人物：甲\n甲：今天天气真坏。\n甲：快注册网上赌场，就送彩金！\n';

describe('a text track inside the video', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  let ffmpeg: string;
  const inside = (...parts: string[]): string => join(temporary.folder, ...parts);
  const env = (): Record<string, string> => ({ SHENPIAN_CACHE_DIR: inside('cache') });

  beforeAll(async () => {
    temporary = await temporaryFolder();
    ffmpeg = (await resolveFfmpeg()).ffmpeg.file;
    // Silent: the muxer of MKV delays picture and text by the priming samples of AAC.
    await makeEpisode(inside('plain.mp4'), { ...smallEpisode, audio: 'none' });
    await writeFile(inside('text.srt'), srt);
    for (const [name, codec] of [
      ['text.mp4', 'mov_text'],
      ['text.mkv', 'srt'],
    ] as const) {
      const words = ['-i', inside('plain.mp4'), '-i', inside('text.srt'), '-map', '0', '-map', '1', '-c', 'copy'];
      const language = ['-metadata:s:s:0', 'language=chi'];
      const made = spawnSync(ffmpeg, ['-v', 'error', ...words, '-c:s', codec, ...language, inside(name)]);
      if (made.status !== 0) throw new Error(made.stderr.toString());
    }
  });
  afterAll(() => temporary.remove());

  describe.each(['text.mp4', 'text.mkv'])('shenpian check with %s', (name) => {
    let report: Report;
    const found = (rule: string) => report.findings.filter((finding) => finding.rule === rule);

    beforeAll(async () => {
      const folder = inside(`check ${name}`);
      await mkdir(join(folder, 'episodes'), { recursive: true });
      await copyFile(inside(name), join(folder, 'episodes', `第1集.${name.slice(-3)}`));
      await writeFile(join(folder, '剧本.txt'), script);
      await writeFile(join(folder, 'drama.yaml'), 'title: 小样\nepisodes: episodes/*\nscripts: 剧本.txt\n');
      const run = await shenpian(['check', folder, '--json'], env());
      report = reportSchema.parse(JSON.parse(run.stdout));
    });

    it('says where the picture differs from it', () => {
      const [difference, ...more] = found('subtitles/sidecarDiffers');
      expect(more).toEqual([]);
      expect(difference?.message.en).toMatch(/“今天天气真好”, the embedded subtitle track says “今天天气真坏”/);
      expect(difference?.message['zh-CN']).toContain('内嵌字幕轨');
      const at = difference?.at as { episode: number; start: number };
      expect(at.episode).toBe(1);
      expect(Math.abs(at.start - 0.6)).toBeLessThan(0.3);
    });

    it('screens its words', () => {
      const hits = report.findings.filter(
        ({ checker, at }) => checker === 'sensitive-terms' && 'episode' in at && at.start === 3.3,
      );
      expect(hits.map(({ message }) => message['zh-CN']).join()).toContain('网上赌场');
    });

    it('compares the script with it, not with the picture', () => {
      const [difference, ...more] = found('subtitles/scriptDiffers');
      expect(more).toEqual([]);
      expect(difference?.message.en).toMatch(/Line 5 of the script says “快注册网上赌场，就送彩金”/);
      expect(difference?.at).toEqual({ episode: 1, start: 3.3, end: 3.9 });
    });
  });

  describe('shenpian subtitles', () => {
    it.each(['text.mp4', 'text.mkv'])('prints that of %s and says so', async (name) => {
      const run = await shenpian(['subtitles', inside(name)], env());
      expect(run).toMatchObject({ code: 0, stdout: srt });
      expect(run.stderr).toMatch(
        /^text\.\w+: taken from the subtitle track inside the video \(\w+, chi\).*--source burned-in\n$/,
      );
      const chinese = await shenpian(['subtitles', inside(name), '--lang', 'zh-CN'], env());
      expect(chinese.stderr).toMatch(/取自视频内嵌的字幕轨.*--source burned-in/);
    });

    it('gives its source in JSON, and nothing for people with --quiet', async () => {
      const run = await shenpian(['subtitles', inside('text.mkv'), '--json', '--quiet'], env());
      expect(run.stderr).toBe('');
      expect(JSON.parse(run.stdout)).toEqual({
        source: 'embedded',
        cues: [
          { start: 0.6, end: 3.2, text: '今天天气真坏' },
          { start: 3.3, end: 3.9, text: '注册网上赌场就送彩金' },
        ],
      });
    });

    it.each([[['--source', 'burned-in']], [['--engine', 'auto']], [['--region', '0,0.6,1,0.3']]])(
      'reads the picture with %j',
      async (words) => {
        const run = await shenpian(['subtitles', inside('text.mp4'), '--json', ...words], env());
        expect(run.code).toBe(0);
        expect(run.stderr).toMatch(/text\.mp4: read from the picture\..*--source embedded/);
        const { source, cues } = JSON.parse(run.stdout) as { source: string; cues: { text: string }[] };
        expect([source, cues.map(({ text }) => text)]).toEqual(['burned-in', ['今天天气真好']]);
      },
    );

    it('reads the picture when there is no track, not the .srt beside the video', async () => {
      await writeFile(inside('plain.srt'), srt);
      const run = await shenpian(['subtitles', inside('plain.mp4'), '--json'], env());
      expect(run.stderr).toMatch(/plain\.mp4: no subtitle track with words inside the video/);
      expect(run.stdout).toContain('今天天气真好');
      expect(run.stdout).toContain('"burned-in"');
    });

    it('one line and exit code 2 when the track that was asked for is not there; the others still come', async () => {
      const single = await shenpian(['subtitles', inside('plain.mp4'), '--source', 'embedded'], env());
      expect(single).toMatchObject({ code: 2, stdout: '' });
      expect(single.stderr).toMatch(/^[^\n]*plain\.mp4: there is no text subtitle track[^\n]*\n$/);
      const videos = [inside('plain.mp4'), inside('text.mp4')];
      const both = await shenpian(['subtitles', ...videos, '--source', 'embedded', '--json', '--quiet'], env());
      expect(both.code).toBe(2);
      const { results } = JSON.parse(both.stdout) as { results: { input: string; source: string }[] };
      expect(results.map(({ input, source }) => [basename(input), source])).toEqual([['text.mp4', 'embedded']]);
    });

    it('a track that cannot be read is told, and the picture is read', async () => {
      const bytes = await readFile(inside('text.mp4'));
      bytes.fill(0xff, bytes.indexOf('今天'), bytes.indexOf('今天') + 6);
      await writeFile(inside('broken.mp4'), bytes);
      const run = await shenpian(['subtitles', inside('broken.mp4')], env());
      expect(run.code).toBe(2);
      expect(run.stdout).toContain('今天天气真好');
      expect(run.stderr).toMatch(/broken\.mp4: the subtitle track inside the video cannot be read \(.*UTF-8.*\)/);
    });

    it.each([
      [['--source', 'sidecar'], /burned-in/],
      [['--source', 'embedded', '--engine', 'paddle'], /--source embedded: without --engine/],
    ])('%j is wrong usage', async (words, says) => {
      const run = await shenpian(['subtitles', inside('text.mp4'), ...words], env());
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toMatch(says);
      expect(run.stderr.trim().split('\n')).toHaveLength(1);
    });

    it.skipIf(process.platform === 'win32').each([
      ['subtitles', () => [inside('text.mp4')]],
      ['check', () => [inside('check text.mp4')]],
    ])('%s: Ctrl-C while the track is read ends at once', async (command, words) => {
      const slow = inside(`ffmpeg-slow-${command}`);
      const mark = `${slow}.reading`;
      const body = `case "$*" in *"-f srt"*) : > '${mark}'; exec sleep 60;; esac\nexec '${ffmpeg}' "$@"`;
      await writeFile(slow, `#!/bin/sh\n${body}\n`);
      await chmod(slow, 0o755);
      const { child, ended } = start([command, ...words()], { ...env(), SHENPIAN_FFMPEG: slow });
      const isReading = () =>
        access(mark).then(
          () => true,
          () => false,
        );
      while (!(await isReading())) await delay(50);
      child.kill('SIGINT');
      const run = await Promise.race([ended, delay(10_000)]);
      expect(run).toMatchObject({ code: 130 });
    });
  });
});
