import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SubmissionError } from '../../src/errors.ts';
import { decode } from '../../src/media/decode.ts';
import { framePool } from '../../src/media/frame-pool.ts';
import { mergeRequests } from '../../src/media/merge-requests.ts';
import { scout } from '../../src/media/scout.ts';
import { ffmpeg, made, temporaryFolder, videoInput } from '../made-episodes.ts';

const folder = await temporaryFolder();
const plain = await made(folder, 'plain.mp4');
const bytes = await readFile(plain);

async function decoded(file: string) {
  const input = await videoInput(file);
  const times: number[] = [];
  const stills: Uint8Array[] = [];
  const plan = mergeRequests(
    [
      { track: 'a', name: 'luma', request: { kind: 'luma', width: 64, rate: 'every-frame' } },
      { track: 'b', name: 'still', request: { kind: 'still', width: 90, rate: 2 } },
      { track: 'c', name: 'audio', request: { kind: 'audio' } },
    ],
    input.probe,
  );
  const record = await decode(input, plan, {
    signal: new AbortController().signal,
    pool: framePool(),
    async deliver(_, sample) {
      if (sample.kind === 'luma') times.push(sample.time);
      if (sample.kind === 'still') stills.push(sample.data);
    },
  });
  return { record, times, stills, declared: input.probe.videoSeconds };
}

async function variant(name: string, change: (copy: Buffer) => Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, change(Buffer.from(bytes)));
  return file;
}

/** The samples begin here: the index is in front of it. */
const media = bytes.indexOf('mdat') + 4;

describe('damaged files', () => {
  test('cut off: what is there is decoded, and the record says that it is not all', async () => {
    const { record, times, stills, declared } = await decoded(
      await variant('cut.mp4', (copy) => copy.subarray(0, media + Math.round((copy.length - media) * 0.5))),
    );
    expect(declared).toBeCloseTo(4, 1);
    expect(record.complete).toBe(false);
    expect(record.frames).toBeGreaterThan(20);
    expect(record.frames).toBeLessThan(80);
    expect(times).toHaveLength(record.frames);
    expect(record.seconds).toBeCloseTo((times.at(-1) ?? 0) + 0.04, 1);
    expect(stills.length).toBeGreaterThan(1);
  });

  test.each([
    ['zeros', 0],
    ['ones', 0xff],
  ])('%s in the middle: no hang, and the rest is decoded', async (name, value) => {
    const file = await variant(`${name}.mp4`, (copy) => {
      const length = copy.length - media;
      return copy.fill(value, media + Math.round(length * 0.3), media + Math.round(length * 0.5));
    });
    const { record, times } = await decoded(file);
    expect(record.frames).toBeGreaterThan(20);
    expect(times.length).toBe(record.frames);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeGreaterThan(3.5);
  });

  test('nothing but noise behind a good index is an error that names the file', async () => {
    const file = await variant('noise.mp4', (copy) => {
      for (let at = media, value = 7; at < copy.length; at++) copy[at] = value = ((value * 75 + 74) % 65_537) & 0xff;
      return copy;
    });
    const thrown = await decoded(file).catch((error: unknown) => error);
    if (thrown instanceof Error) {
      expect(thrown).toBeInstanceOf(SubmissionError);
      expect(thrown).toMatchObject({ code: 'decodeFailed', path: 'episodes/1.mp4' });
    } else expect((thrown as Awaited<ReturnType<typeof decoded>>).times.length).toBeGreaterThan(0);
  });

  test('a file that is gone after the probe is an error that names it', async () => {
    const input = { ...(await videoInput(plain)), file: join(folder, 'gone.mp4') };
    const sink = { signal: new AbortController().signal, pool: framePool(), deliver: async () => undefined };
    await expect(decode(input, { pictures: [], audio: [], pcm: null }, sink)).rejects.toMatchObject({
      code: 'decodeFailed',
      path: 'episodes/1.mp4',
    });
  });

  test('a picture that changes its size half way keeps coming in the size that was asked for', async () => {
    const [small, large, joined, both] = ['small.ts', 'large.ts', 'joined.ts', 'both.mkv'].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    await ffmpeg('-i', plain, '-t', '1', '-an', '-c:v', 'libx264', '-bf', '0', '-s', '120x214', small);
    await ffmpeg('-i', plain, '-t', '1', '-an', '-c:v', 'libx264', '-bf', '0', '-output_ts_offset', '1', large);
    await writeFile(joined, Buffer.concat([await readFile(small), await readFile(large)]));
    await ffmpeg('-i', joined, '-c', 'copy', both);
    const { record, times } = await decoded(both);
    expect(record.frames).toBeGreaterThanOrEqual(48);
    expect(times.length).toBeGreaterThanOrEqual(46);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('scout', () => {
  const signal = new AbortController().signal;
  test('pictures in equal parts, each at another place of its part', async () => {
    const pictures = await scout(await videoInput(plain), 4, 90, signal);
    expect(
      pictures.map(({ time, width, height, channels, data }) => [
        Number(time.toFixed(3)),
        width,
        height,
        channels,
        data.length,
      ]),
    ).toEqual([0.618, 1.236, 2.854, 3.472].map((time) => [time, 90, 160, 3, 90 * 160 * 3]));
  });
  test('never larger than the picture', async () => {
    expect(await scout(await videoInput(plain), 1, 4000, signal)).toMatchObject([{ width: 180, height: 320 }]);
  });
  test('a file cut off gives the pictures that are there', async () => {
    const pictures = await scout(await videoInput(join(folder, 'cut.mp4')), 4, 90, signal);
    expect(pictures.length).toBeGreaterThanOrEqual(1);
    expect(pictures.length).toBeLessThanOrEqual(4);
  });
  test('cancelled', async () => {
    await expect(scout(await videoInput(plain), 4, 90, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
  });
});
