import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeEpisode } from '../../../testing/dist/index.js';
import { SubmissionError } from '../../src/errors.ts';
import { probe } from '../../src/media/probe.ts';
import { ffmpeg, made, oneSecond, temporaryFolder } from '../made-episodes.ts';

const folder = await temporaryFolder();
const at = (name: string) => join(folder, name);
const plain = await made(folder, 'plain.mp4');
const written = (name: string, content: string | Uint8Array) => writeFile(at(name), content).then(() => at(name));

async function refusal(file: string): Promise<SubmissionError> {
  const thrown: unknown = await probe(file, 'episodes/bad.mp4').catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(SubmissionError);
  return thrown as SubmissionError;
}

describe('probe', () => {
  test('a vertical episode', async () => {
    expect(await probe(plain, 'x')).toMatchObject({
      width: 180,
      height: 320,
      fps: 25,
      videoSeconds: 4,
      videoCodec: 'h264',
      audioCodec: 'aac',
      container: expect.stringContaining('mp4') as string,
      technical: {
        pixelFormat: 'yuv420p',
        fieldOrder: 'progressive',
        sound: { rate: 44_100, channels: 1, seconds: expect.closeTo(4, 1) as number },
      },
    });
  });

  test('a rotated picture has the size that people see', async () => {
    const file = at('rotated.mp4');
    await ffmpeg('-i', plain, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', file);
    expect(await probe(file, 'x')).toMatchObject({ width: 320, height: 180 });
  });

  test('no sound', async () => {
    await makeEpisode(at('silent.mp4'), { ...oneSecond, audio: 'none' });
    expect(await probe(at('silent.mp4'), 'x')).toMatchObject({ audioCodec: null, seconds: 1 });
  });

  test('the length of the picture is its own, in a container that does not write it per stream too', async () => {
    for (const name of ['long-sound.mp4', 'long-sound.mkv']) {
      await ffmpeg(
        '-i',
        plain,
        '-f',
        'lavfi',
        '-i',
        'sine=duration=7',
        '-map',
        '0:v',
        '-map',
        '1:a',
        '-c:v',
        'copy',
        '-c:a',
        'aac',
        at(name),
      );
      const found = await probe(at(name), 'x');
      expect(found.videoSeconds).toBeCloseTo(4, 1);
      expect(found.seconds).toBeCloseTo(7, 0);
    }
  });

  test('tags are lower-cased, as writers disagree', async () => {
    await makeEpisode(at('tags.mp4'), {
      ...oneSecond,
      options: ['-movflags', 'use_metadata_tags', '-metadata', 'AIGC={"Label":"1"}', '-metadata', 'title=剧名'],
    });
    expect((await probe(at('tags.mp4'), 'x')).tags).toMatchObject({ aigc: '{"Label":"1"}', title: '剧名' });
    await ffmpeg('-i', plain, '-c', 'copy', '-metadata', 'AIGC=x', at('tags.mkv'));
    expect((await probe(at('tags.mkv'), 'x')).tags).toMatchObject({ aigc: 'x' });
  });

  test.each(['第01集 终 [修].mp4', '100% 🎬.mp4', "it's.mp4", '-dash.mp4', 'a:b.mp4'])('the name %s', async (name) => {
    const file = await written(name, await readFile(plain));
    expect(await probe(file, name)).toMatchObject({ width: 180 });
  });

  test.each<[string, () => Promise<string>, string]>([
    ['0 bytes', () => written('empty.mp4', ''), 'notVideo'],
    ['text', () => written('text.mp4', '这不是视频。'.repeat(500)), 'notVideo'],
    ['not there', async () => at('not-there.mp4'), 'notVideo'],
    [
      'only sound',
      () => ffmpeg('-f', 'lavfi', '-i', 'sine=duration=1', '-c:a', 'aac', at('sound.mp4')).then(() => at('sound.mp4')),
      'noPicture',
    ],
    [
      'a picture',
      () => ffmpeg('-i', plain, '-frames:v', '1', '-f', 'image2', at('picture.jpg')).then(() => at('picture.jpg')),
      'notVideo',
    ],
    [
      'sound with a cover',
      async () => {
        await ffmpeg(
          '-i',
          plain,
          '-i',
          at('picture.jpg'),
          '-map',
          '0:a',
          '-map',
          '1',
          '-c:a',
          'copy',
          '-c:v',
          'mjpeg',
          '-disposition:v:0',
          'attached_pic',
          at('cover.mp4'),
        );
        return at('cover.mp4');
      },
      'noPicture',
    ],
    [
      'cut off before the index',
      async () => {
        await ffmpeg('-i', plain, '-c', 'copy', '-movflags', '0', at('index-last.mp4'));
        return written('no-index.mp4', (await readFile(at('index-last.mp4'))).subarray(0, 20_000));
      },
      'notVideo',
    ],
    [
      'a playlist that names another file',
      async () => {
        await ffmpeg('-i', plain, '-c', 'copy', '-f', 'mpegts', at('secret.ts'));
        return written(
          'playlist.mp4',
          `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfile://${at('secret.ts')}\n#EXT-X-ENDLIST\n`,
        );
      },
      'notVideo',
    ],
    ['a concatenation script', () => written('concat.mp4', `ffconcat version 1.0\nfile ${plain}\n`), 'notVideo'],
  ])('%s is refused with its name', async (_, make, code) => {
    const error = await refusal(await make());
    expect(error).toMatchObject({ code, path: 'episodes/bad.mp4' });
    expect(error.message).toContain('episodes/bad.mp4');
    expect(error.message).not.toContain(folder);
    expect(error.message).not.toMatch(/\(lib|Copyright|configuration:/);
  });

  test('a prober that dies is told as that, not by its banner', async () => {
    const found: unknown = await probe(at('secret.ts'), 'episodes/1.ts').catch((error: unknown) => error);
    // The build inside the npm package dies on every MPEG-TS; others read it.
    if (found instanceof SubmissionError) expect(found.message).toMatch(/killed with signal/);
    else expect(found).toMatchObject({ width: 180, height: 320 });
  });

  test('the playlist test is real: without the guards it would be opened', async () => {
    await expect(
      ffmpeg(
        '-allowed_extensions',
        'ALL',
        '-protocol_whitelist',
        'file,pipe,crypto',
        '-f',
        'hls',
        '-i',
        at('playlist.mp4'),
        '-f',
        'null',
        '-',
      ),
    ).resolves.toContain('frame=');
  });
});
