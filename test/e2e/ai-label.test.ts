import { execFile } from 'node:child_process';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { probe, resolveFfmpeg, streamHashes } from '@shenpian/core';
import { makeEpisode } from '@shenpian/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shenpian, temporaryFolder } from './shenpian.ts';

const run = promisify(execFile);
const values = ['--producer', '001191110102MAD55U9H0F10002', '--produce-id', 'fh-01'];

describe('shenpian ai-label', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  let video: string;
  const at = (name: string): string => join(temporary.folder, name);

  beforeAll(async () => {
    temporary = await temporaryFolder();
    video = at('一 集.mp4');
    const options = ['-metadata', 'title=凤湖夜话'];
    await makeEpisode(video, { width: 96, height: 160, fps: 10, shots: [{ seconds: 1, hue: 10 }], options });
  });
  afterAll(() => temporary.remove());

  it('says that there is no metadata', async () => {
    const { code, stdout } = await shenpian(['ai-label', 'show', video, '--lang', 'zh-CN']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: `${video}：没有 AIGC 元数据（隐式标识）。\n` });
  });

  it('writes it, keeps every byte of the streams and the other tags, and reads it back', async () => {
    const out = at('labelled.mp4');
    const { code, stdout, stderr } = await shenpian(['ai-label', 'write', video, '--out', out, ...values]);
    expect(code).toBe(0);
    expect(stdout).toContain('2 streams are byte for byte');
    expect(stderr).toContain('plain remux');
    const [before, after] = [await probe(video, video), await probe(out, out)];
    expect(after.tags['title']).toBe('凤湖夜话');
    const hashes = await streamHashes({ file: out, path: out }, 2);
    expect(hashes).toEqual(await streamHashes({ file: video, path: video }, 2));
    expect(new Set(hashes).size).toBe(2);
    expect(before.tags['aigc']).toBeUndefined();
    const shown = await shenpian(['ai-label', 'show', out, '--json']);
    expect(shown.code).toBe(0);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      metadata: { shape: 'wrapped', problems: [], fields: { Label: '1' } },
    });
    expect((await readdir(temporary.folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('says that the folder is not there before anything is copied', async () => {
    const out = at('no-such-folder/one.mp4');
    const { code, stderr } = await shenpian([
      'ai-label',
      'write',
      video,
      '--out',
      out,
      '--producer',
      'x',
      '--produce-id',
      '1',
    ]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `${out}: cannot be written (ENOENT). Check the folder and its permissions.\n`,
    });
  });

  it('reads MPEG-TS, which names a programme', async () => {
    const { ffmpeg } = await resolveFfmpeg();
    const stream = at('one.ts');
    await run(ffmpeg.file, ['-v', 'error', '-i', video, '-c', 'copy', '-metadata', 'service_name=凤湖', stream]);
    expect(await shenpian(['ai-label', 'show', stream])).toMatchObject({ code: 1, stderr: '' });
  });

  it('is right that a plain remux drops it', async () => {
    const { ffmpeg } = await resolveFfmpeg();
    const remuxed = at('remuxed.mp4');
    await run(ffmpeg.file, ['-v', 'error', '-i', at('labelled.mp4'), '-c', 'copy', remuxed]);
    expect((await shenpian(['ai-label', 'show', remuxed])).code).toBe(1);
  });

  it('writes Matroska, whose keys are in capitals', async () => {
    const { ffmpeg } = await resolveFfmpeg();
    await run(ffmpeg.file, ['-v', 'error', '-i', video, '-c', 'copy', at('one.mkv')]);
    const words = ['ai-label', 'write', at('one.mkv'), '--out', at('two.mkv'), ...values];
    expect((await shenpian(words)).code).toBe(0);
    expect((await shenpian(['ai-label', 'show', at('two.mkv')])).code).toBe(0);
  });

  it('replaces a file only when told to', async () => {
    const own = at('own.mp4');
    await copyFile(video, own);
    const before = await readFile(own);
    for (const more of [[], ['--out', own]]) {
      const { code } = await shenpian(['ai-label', 'write', own, ...values, ...more]);
      expect(code).toBe(2);
      expect(await readFile(own)).toEqual(before);
    }
    expect((await shenpian(['ai-label', 'write', own, ...values, '--overwrite'])).code).toBe(0);
    expect((await shenpian(['ai-label', 'show', own])).code).toBe(0);
  });

  it.each<[string, readonly string[], string]>([
    ['no producer', ['--out', 'x.mp4'], '--producer'],
    ['another container', ['--out', 'x.avi', ...values], 'same extension'],
    ['an empty number', ['--out', 'x.mp4', '--producer', 'x', '--produce-id', ''], 'ProduceID it is empty'],
  ])('refuses %s in one line', async (_, more, said) => {
    const { code, stderr, stdout } = await shenpian(['ai-label', 'write', video, ...more]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  it('names a file that is no video', async () => {
    const { code, stderr } = await shenpian(['ai-label', 'show', at('nothing.mp4')]);
    expect(code).toBe(2);
    expect(stderr).toContain('nothing.mp4: no such file');
  });
});
