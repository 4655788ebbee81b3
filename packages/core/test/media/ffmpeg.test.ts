import { execFile } from 'node:child_process';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { script, temporaryFolder } from '../made-episodes.ts';

const run = promisify(execFile);
const folder = await temporaryFolder();
const require = createRequire(new URL('../../package.json', import.meta.url));
const shipped = {
  ffmpeg: (require('@ffmpeg-installer/ffmpeg') as { path: string }).path,
  ffprobe: (require('@ffprobe-installer/ffprobe') as { path: string }).path,
};
const notThere = join(folder, 'not-there');

interface Answer {
  ffmpeg?: { file: string; source: string; version: string; year: number };
  ffprobe?: { file: string; source: string };
  lacks?: string[];
  syncOption?: string;
  stampFilter?: string;
  code?: string;
  name?: string;
  message?: string;
}

/** Looks for ffmpeg in a process of its own, since the answer is kept per process. `FFMPEG_BIN` is ffmpeg-static's own variable. */
async function resolveWith(env: Record<string, string>): Promise<Answer> {
  const module = new URL('../../dist/media/ffmpeg.js', import.meta.url).href;
  const code = `import(${JSON.stringify(module)}).then((m) => m.resolveFfmpeg()).then(
    (tools) => console.log(JSON.stringify(tools)),
    ({ name, code, message }) => console.log(JSON.stringify({ name, code, message })))`;
  const { stdout } = await run(process.execPath, ['-e', code], { env: { PATH: '', FFMPEG_BIN: notThere, ...env } });
  return JSON.parse(stdout) as Answer;
}

async function pathWith(name: string, tools: Readonly<Record<string, string>>): Promise<string> {
  const bin = join(folder, name);
  await mkdir(bin);
  for (const [tool, body] of Object.entries(tools)) await script(join(bin, tool), body);
  return bin;
}

const works = { ffmpeg: `exec '${shipped.ffmpeg}' "$@"`, ffprobe: `exec '${shipped.ffprobe}' "$@"` };

describe.skipIf(process.platform === 'win32')('resolveFfmpeg', () => {
  test('an empty PATH falls back to the binaries inside npm packages, which can do all that the decode needs', async () => {
    const tools = await resolveWith({});
    expect(tools).toMatchObject({
      ffmpeg: { source: 'installer', file: shipped.ffmpeg },
      ffprobe: { source: 'installer', file: shipped.ffprobe },
      lacks: [],
      stampFilter: 'blackframe',
    });
    expect(tools.ffmpeg?.year).toBeGreaterThan(2000);
    expect(tools.ffmpeg?.version).not.toBe('?');
  });

  test('PATH comes before the npm packages', async () => {
    const bin = await pathWith('works', works);
    expect(await resolveWith({ PATH: bin })).toMatchObject({
      ffmpeg: { source: 'path', file: join(bin, 'ffmpeg') },
      ffprobe: { source: 'path', file: join(bin, 'ffprobe') },
    });
  });

  test.each([
    ['fails', 'exit 1'],
    ['is no ffmpeg', 'echo hello'],
  ])('one on PATH that %s is passed over', async (name, body) => {
    const bin = await pathWith(`broken ${name}`, { ffmpeg: body, ffprobe: body });
    expect(await resolveWith({ PATH: bin })).toMatchObject({
      ffmpeg: { source: 'installer' },
      ffprobe: { source: 'installer' },
    });
  });

  test("ffmpeg-static's binary comes before PATH when it is there", async () => {
    const bin = await pathWith('for static', works);
    const file = await script(join(folder, 'static'), works.ffmpeg);
    expect(await resolveWith({ PATH: bin, FFMPEG_BIN: file })).toMatchObject({
      ffmpeg: { source: 'ffmpeg-static', file },
      ffprobe: { source: 'path' },
    });
  });

  test("ffmpeg-static's path to a file that does not exist is passed over", async () => {
    const bin = await pathWith('without static', works);
    expect(await resolveWith({ PATH: bin, FFMPEG_BIN: notThere })).toMatchObject({ ffmpeg: { source: 'path' } });
    await expect(access(notThere)).rejects.toThrow('ENOENT');
  });

  test('the variables come before everything', async () => {
    const bin = await pathWith('before', works);
    const file = await script(join(folder, 'named 名'), works.ffmpeg);
    const tools = await resolveWith({ PATH: bin, SHENPIAN_FFMPEG: file, SHENPIAN_FFPROBE: shipped.ffprobe });
    expect(tools).toMatchObject({
      ffmpeg: { source: 'environment', file },
      ffprobe: { source: 'environment', file: shipped.ffprobe },
    });
  });

  test('a build without the GPL filters stamps with showinfo', async () => {
    const file = await script(join(folder, 'lgpl'), `'${shipped.ffmpeg}' "$@" | sed '/ blackframe /d'`);
    expect(await resolveWith({ PATH: process.env['PATH'] ?? '', SHENPIAN_FFMPEG: file })).toMatchObject({
      ffmpeg: { file },
      lacks: [],
      stampFilter: 'showinfo',
    });
  });

  test('an empty variable counts as unset', async () => {
    expect(await resolveWith({ SHENPIAN_FFMPEG: '' })).toMatchObject({ ffmpeg: { source: 'installer' } });
  });

  test.each([
    ['is not there', async () => notThere],
    ['may not be run', async () => writeFile(join(folder, 'text'), 'text').then(() => join(folder, 'text'))],
    ['fails', () => script(join(folder, 'failing'), 'exit 3')],
    ['is another program', () => script(join(folder, 'other'), 'echo other 1.0')],
    ['is the other tool', async () => shipped.ffprobe],
  ])('a named ffmpeg that %s is an error that names variable and file, never passed over', async (_, make) => {
    const file = await make();
    const answer = await resolveWith({ SHENPIAN_FFMPEG: file });
    expect(answer).toMatchObject({ name: 'EnvironmentError', code: 'ffmpegUnusable' });
    expect(answer.message).toContain('SHENPIAN_FFMPEG');
    expect(answer.message).toContain(file);
  });

  test('a named ffprobe that does not run is an error too', async () => {
    expect(await resolveWith({ SHENPIAN_FFPROBE: notThere })).toMatchObject({
      code: 'ffmpegUnusable',
      message: expect.stringContaining('SHENPIAN_FFPROBE') as string,
    });
  });
});
