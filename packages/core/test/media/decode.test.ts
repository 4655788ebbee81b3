import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode, type DecodeRecord, type DecodeSink } from '../../src/media/decode.ts';
import { resolveFfmpeg } from '../../src/media/ffmpeg.ts';
import { framePool } from '../../src/media/frame-pool.ts';
import { mergeRequests, type NamedRequest } from '../../src/media/merge-requests.ts';
import type { Sample, SampleRequest } from '../../src/media/sample.ts';
import { ffmpeg, made, temporaryFolder, threeShots, videoInput } from '../made-episodes.ts';

const folder = await temporaryFolder();
const plain = await made(folder, 'plain.mp4');

type Request = SampleRequest;
type Pictured = Extract<Sample, { kind: 'luma' | 'band' }>;
const everyFrame: Request = { kind: 'luma', width: 90, rate: 'every-frame' };
const band: Request = { kind: 'band', region: { x: 0, y: 0.5, width: 1, height: 0.25 }, rate: 5, format: 'rgb' };
const audio: Request = { kind: 'audio' };
const ask = (track: string, request: Request, name = track): NamedRequest => ({ track, name, request });

/** Decodes a file for requests; gives the record and the samples by `track.name`. */
async function decoded(file: string, requests: readonly NamedRequest[], sink: Partial<DecodeSink> = {}) {
  const input = await videoInput(file);
  const plan = mergeRequests(requests, input.probe);
  const samples: Record<string, Sample[]> = Object.fromEntries(
    requests.map(({ track, name }) => [`${track}.${name}`, []]),
  );
  const record: DecodeRecord = await decode(input, plan, {
    signal: new AbortController().signal,
    pool: framePool(),
    async deliver({ track, name }, sample) {
      samples[`${track}.${name}`]?.push(sample);
    },
    ...sink,
  });
  return { record, samples, plan };
}

const times = (samples: readonly Sample[] | undefined): number[] =>
  (samples ?? []).map(({ time }) => Math.round(time * 1000) / 1000);
const upTo = (count: number, step: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.round(i * step * 1000) / 1000);

/** Times of the frames that differ from the one before by far more than motion makes them. */
function cuts(samples: readonly Sample[] | undefined): number[] {
  const frames = (samples ?? []) as readonly Pictured[];
  return frames.flatMap(({ data, time }, i) => {
    const before = frames[i - 1]?.data;
    if (before === undefined) return [];
    const change = data.reduce((sum, value, at) => sum + Math.abs(value - (before[at] ?? 0)), 0) / data.length;
    return change > 10 ? [Math.round(time * 1000) / 1000] : [];
  });
}

describe('decode', () => {
  test('one process serves every request; counts, sizes, times and pictures are right', async () => {
    const { record, samples, plan } = await decoded(plain, [
      ask('a', everyFrame),
      ask('b', everyFrame),
      ask('c', band),
      ask('d', { kind: 'still', width: 90, rate: 1 }),
      ask('e', { kind: 'still', width: 90, rate: 5, window: { start: 1, end: 2 } }),
      ask('f', audio),
      ask('g', { kind: 'luma', width: 64, rate: 7 }),
    ]);
    expect(plan.pictures).toHaveLength(5);
    expect(record).toMatchObject({ frames: 100, complete: true });
    expect(record.seconds).toBeCloseTo(4, 2);

    expect(times(samples['a.a'])).toEqual(upTo(100, 0.04));
    expect(times(samples['b.b'])).toEqual(upTo(100, 0.04));
    expect(samples['a.a']?.[0]).toMatchObject({ kind: 'luma', request: 'a', width: 90, height: 160, channels: 1 });
    expect(cuts(samples['a.a'])).toEqual([1.2, 3]);

    expect(times(samples['c.c'])).toEqual(upTo(20, 0.2));
    expect(samples['c.c']?.[0]).toMatchObject({ kind: 'band', width: 180, height: 80, channels: 3 });
    expect((samples['c.c'] as Pictured[])[0]?.data).toHaveLength(180 * 80 * 3);

    expect(times(samples['d.d'])).toEqual([0, 1, 2, 3]);
    for (const sample of samples['d.d'] ?? []) {
      const { data } = sample as Extract<Sample, { kind: 'still' }>;
      expect([data[0], data[1], data.at(-2), data.at(-1)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
    }
    // Half-open: the frame at 2 s is outside.
    expect(times(samples['e.e'])).toEqual([1, 1.2, 1.4, 1.6, 1.8]);

    const heard = times(samples['f.f']);
    expect(heard.length).toBeGreaterThanOrEqual(38);
    expect(heard.length).toBeLessThanOrEqual(42);
    expect(heard).toEqual(heard.toSorted((x, y) => x - y));

    const seventh = times(samples['g.g']);
    expect(seventh.every((time, i) => i === 0 || time - (seventh[i - 1] ?? 0) >= 1 / 7 - 0.002)).toBe(true);
    expect(seventh.length).toBeGreaterThanOrEqual(24);
  });

  test('receivers of one output own their bytes', async () => {
    const { samples } = await decoded(plain, [ask('a', band), ask('b', band)]);
    const [first] = samples['a.a'] as Pictured[];
    const [second] = samples['b.b'] as Pictured[];
    expect(first?.data).toEqual(second?.data);
    expect(first?.data.buffer).not.toBe(second?.data.buffer);
  });

  test.each<[string, readonly NamedRequest[], readonly string[]]>([
    ['nothing asked', [], []],
    ['audio only', [ask('f', audio)], ['f.f']],
  ])('%s: the whole picture is still decoded', async (_, requests, filled) => {
    const { record, samples } = await decoded(plain, requests);
    expect(record).toMatchObject({ frames: 100, complete: true });
    expect(Object.keys(samples).filter((key) => (samples[key]?.length ?? 0) > 0)).toEqual(filled);
  });

  test('a silent file has no audio samples', async () => {
    const file = await made(folder, 'silent.mp4', { ...threeShots, audio: 'none' });
    const { record, samples } = await decoded(file, [ask('f', audio), ask('c', band)]);
    expect(record.complete).toBe(true);
    expect([samples['f.f']?.length, samples['c.c']?.length]).toEqual([0, 20]);
  });

  test('a rotated file is delivered upright', async () => {
    const file = join(folder, 'rotated.mp4');
    await ffmpeg('-i', plain, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', file);
    const { samples } = await decoded(file, [ask('a', { kind: 'luma', width: 160, rate: 5 }), ask('c', band)]);
    expect(samples['a.a']?.[0]).toMatchObject({ width: 160, height: 90 });
    // The gradient is bright at the top left; a quarter turn moves that corner.
    const [turned] = samples['a.a'] as Pictured[];
    const [upright] = (await decoded(plain, [ask('a', { kind: 'luma', width: 90, rate: 5 })])).samples[
      'a.a'
    ] as Pictured[];
    const corner = (picture: Pictured | undefined, x: number, y: number) => picture?.data[y * picture.width + x] ?? 0;
    const corners = (picture: Pictured | undefined): number[] => {
      const [right, bottom] = [(picture?.width ?? 0) - 3, (picture?.height ?? 0) - 3];
      return [
        corner(picture, 2, 2),
        corner(picture, right, 2),
        corner(picture, right, bottom),
        corner(picture, 2, bottom),
      ];
    };
    const expected = corners(upright);
    const found = corners(turned);
    const clockwise = [expected[3], expected[0], expected[1], expected[2]] as number[];
    const counter = [expected[1], expected[2], expected[3], expected[0]] as number[];
    const distance = (a: number[], b: number[]) => Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));
    expect(Math.min(distance(found, clockwise), distance(found, counter))).toBeLessThan(12);
  });

  test('variable frame rate keeps the real times, without drift', async () => {
    const file = join(folder, 'variable.mp4');
    const { syncOption } = await resolveFfmpeg();
    await ffmpeg(
      '-i',
      plain,
      '-vf',
      "select='lt(n,25)+not(mod(n,3))'",
      syncOption,
      'vfr',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-crf',
      '18',
      '-c:a',
      'copy',
      file,
    );
    const kept = Array.from({ length: 100 }, (_, n) => n).filter((n) => n < 25 || n % 3 === 0);
    const { record, samples } = await decoded(file, [ask('a', everyFrame), ask('c', band)]);
    expect(times(samples['a.a'])).toEqual(kept.map((n) => n / 25));
    expect(cuts(samples['a.a'])).toEqual([1.2, 3]);
    expect(record.frames).toBe(kept.length);
    const thinned = times(samples['c.c']);
    expect(thinned.filter((time) => !kept.includes(Math.round(time * 25)))).toEqual([]);
    expect(thinned.every((time, i) => i === 0 || time - (thinned[i - 1] ?? 0) >= 0.199)).toBe(true);
    expect(thinned.at(-1)).toBeGreaterThan(3.6);
  });

  test('a picture that starts late keeps its times', async () => {
    const file = join(folder, 'late.mp4');
    await ffmpeg('-i', plain, '-itsoffset', '0.8', '-i', plain, '-map', '1:v', '-map', '0:a', '-c', 'copy', file);
    const { samples } = await decoded(file, [ask('a', everyFrame)]);
    expect(samples['a.a']).toHaveLength(100);
    expect(samples['a.a']?.[0]?.time).toBeCloseTo(0.8, 2);
  });

  test('a tone is as loud as ffmpeg itself says', async () => {
    const summary = await ffmpeg('-i', plain, '-vn', '-af', 'ebur128', '-f', 'null', '-');
    const integrated = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1]);
    const { samples } = await decoded(plain, [ask('f', audio)]);
    const last = samples['f.f']?.at(-1) as Extract<Sample, { kind: 'audio' }>;
    expect(integrated).toBeLessThan(0);
    expect(Math.abs(last.integrated - integrated)).toBeLessThanOrEqual(0.1);
    expect(Math.abs(last.momentary - integrated)).toBeLessThanOrEqual(0.5);
  });

  test('the sound itself comes whole, at its own rate, beside its measures', async () => {
    const { samples } = await decoded(plain, [ask('f', audio), ask('p', { kind: 'pcm' })]);
    const blocks = samples['p.p'] as Extract<Sample, { kind: 'pcm' }>[];
    expect(blocks[0]).toMatchObject({ kind: 'pcm', time: 0, rate: 44_100, channels: 1 });
    const values = blocks.flatMap(({ data }) => [...new Float32Array(data.slice().buffer)]);
    expect(values.length / 44_100).toBeGreaterThanOrEqual(4);
    expect(values.length / 44_100).toBeLessThan(4.1);
    expect(times(blocks).slice(0, 40)).toEqual(upTo(40, 0.1));
    const crossings = values.slice(4410, 4410 + 44_100).filter((value, i, all) => value >= 0 && (all[i - 1] ?? 0) < 0);
    expect(Math.abs(crossings.length - 330)).toBeLessThanOrEqual(1);
    expect(samples['f.f']).not.toEqual([]);
  });

  test('sound that starts late is silent until then', async () => {
    const file = join(folder, 'late-sound.mp4');
    await ffmpeg('-i', plain, '-itsoffset', '0.8', '-i', plain, '-map', '0:v', '-map', '1:a', '-c', 'copy', file);
    const { samples } = await decoded(file, [ask('p', { kind: 'pcm' })]);
    const loud = (samples['p.p'] as Extract<Sample, { kind: 'pcm' }>[]).filter(({ data }) =>
      new Float32Array(data.slice().buffer).some((value) => Math.abs(value) > 0.05),
    );
    expect(loud[0]?.time).toBeGreaterThanOrEqual(0.699);
    expect(loud[0]?.time).toBeLessThanOrEqual(0.801);
  });

  test('progress grows to the end', async () => {
    const seen: number[] = [];
    await decoded(plain, [ask('c', band)], { progress: (seconds) => seen.push(seconds) });
    expect(seen.map((value) => Math.round(value * 100) / 100)).toEqual([1, 2, 3, 4]);
  });
});

describe('levels', () => {
  test.each(['yuv420p', 'yuv420p10le', 'yuvj420p'])('any of %s: the same gray, stretched or not', async (format) => {
    const file = await made(folder, `levels-${format}.mp4`, { ...threeShots, options: ['-pix_fmt', format] });
    const { samples } = await decoded(file, [
      ask('full', { kind: 'luma', width: 90, rate: 5 }),
      ask('any', { kind: 'luma', width: 90, rate: 5, levels: 'any' }),
    ]);
    const [full, any] = [samples['full.full'], samples['any.any']] as readonly Pictured[][];
    expect(times(any)).toEqual(times(full));
    const away = (stretch: (value: number) => number): number =>
      Math.max(
        ...any!.map(({ data }, n) => {
          const sum = data.reduce((all, value, at) => all + Math.abs(stretch(value) - full![n]!.data[at]!), 0);
          return sum / data.length;
        }),
      );
    const stretched = away((value) => Math.max(0, Math.min(255, ((value - 16) * 255) / 219)));
    expect(
      Math.min(
        stretched,
        away((value) => value),
      ),
    ).toBeLessThan(2);
  });
});

/** Processes that this one started and that are still there. */
async function children(): Promise<string[]> {
  const text = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  return text.trim().split(' ').filter(Boolean);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('decode, pacing and cancelling', () => {
  test('a receiver that stands still holds the decoder: a handful of frames are under way, not the file', async () => {
    const file = await made(folder, 'long.mp4', { ...threeShots, shots: [{ seconds: 12, hue: 20 }] });
    let delivered = 0;
    let underWay = 0;
    let most = 0;
    let reached = 0;
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const wide: Request = { kind: 'luma', width: 180, rate: 'every-frame' };
    const running = decoded(file, [ask('slow', wide), ask('quick', everyFrame)], {
      progress: (seconds) => (reached = seconds),
      async deliver({ track }) {
        if (track !== 'slow') return;
        delivered += 1;
        underWay += 1;
        most = Math.max(most, underWay);
        await gate;
        underWay -= 1;
      },
    });
    // Until the decoder has come to rest.
    for (let before = -1; before !== reached || delivered === 0; await pause(400)) before = reached;
    expect(delivered).toBe(1);
    expect(reached).toBeLessThan(4);
    open();
    const { record } = await running;
    expect([delivered, most, record.frames]).toEqual([300, 1, 300]);
  });

  test.each([
    ['that are quick', async () => undefined],
    ['one of which never answers', () => new Promise<void>(() => undefined)],
  ])('cancelling with receivers %s ends the process', async (_, answer) => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let delivered = 0;
    const running = decoded(plain, [ask('a', everyFrame), ask('f', audio)], {
      signal: controller.signal,
      deliver() {
        delivered += 1;
        if (delivered === 1) setTimeout(() => controller.abort(reason), 10);
        return answer();
      },
    });
    await expect(running).rejects.toBe(reason);
    if (process.platform === 'linux') expect(await children()).toEqual([]);
  });

  test('cancelled before: no process at all', async () => {
    await expect(decoded(plain, [], { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
  });
});
