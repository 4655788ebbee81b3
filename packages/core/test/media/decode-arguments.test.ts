import { describe, expect, test } from 'vitest';
import { decodeArguments, outputDescriptor } from '../../src/media/decode-arguments.ts';
import type { FfmpegTools } from '../../src/media/ffmpeg.ts';
import type { DecodePlan, PictureOutput } from '../../src/media/merge-requests.ts';

const binary = { file: 'ffmpeg', source: 'path', version: '5', year: 2026 } as const;
const tools: FfmpegTools = {
  ffmpeg: binary,
  ffprobe: binary,
  lacks: [],
  syncOption: '-fps_mode',
  stampFilter: 'blackframe',
};
const picture = (kind: PictureOutput['kind'], thin: string | null): PictureOutput => ({
  kind,
  width: 90,
  height: 160,
  channels: 1,
  bytes: 90 * 160,
  thin,
  filters: ['scale=90:160', 'format=gray'],
  receivers: [{ track: 'a', name: 'x' }],
});
const plan = (
  pictures: readonly PictureOutput[],
  audio: DecodePlan['audio'] = [],
  pcm: DecodePlan['pcm'] = null,
): DecodePlan => ({ pictures, audio, pcm });
const args = (given: DecodePlan, file = '/in.mp4', chosen = tools) => decodeArguments(file, given, 10, chosen);
const after = (list: readonly string[], option: string): string[] =>
  list.flatMap((each, i) => (each === option ? [list[i + 1] ?? ''] : []));
const loud = [{ track: 'a', name: 'loud' }];

describe('outputDescriptor', () => {
  test.each([
    [0, 1],
    [1, 3],
    [2, 4],
    [5, 7],
  ])('picture output %i is descriptor %i', (index, descriptor) => {
    expect(outputDescriptor(index)).toBe(descriptor);
  });
});

describe('decodeArguments', () => {
  test('guards come before the input, and the input is a file whatever its name', () => {
    const list = args(plan([picture('luma', null)]), 'http://x/[1] 文件.mp4');
    const input = list.indexOf('-i');
    expect(list[input + 1]).toBe('file:http://x/[1] 文件.mp4');
    for (const guard of ['-protocol_whitelist', '-format_whitelist', '-max_alloc', '-max_pixels']) {
      expect(list.indexOf(guard)).toBeGreaterThan(-1);
      expect(list.indexOf(guard)).toBeLessThan(input);
    }
    expect(after(list, '-protocol_whitelist')).toEqual(['file,pipe']);
  });

  test.each<[string, DecodePlan, readonly string[]]>([
    ['nothing asked: the picture is still decoded', plan([]), ['0:v:0']],
    ['audio only', plan([], loud), ['[a]']],
    ['pictures', plan([picture('luma', null), picture('band', 'select=1')]), ['[o0]', '[o1]']],
    ['both', plan([picture('luma', null)], loud), ['[o0]', '[a]']],
    ['the sound itself', plan([], [], { rate: 44_100, channels: 1, receivers: loud }), ['[pcm]']],
    [
      'all',
      plan([picture('luma', null)], loud, { rate: 48_000, channels: 2, receivers: loud }),
      ['[o0]', '[pcm]', '[a]'],
    ],
  ])('%s', (_, given, maps) => {
    const list = args(given);
    expect(after(list, '-map')).toEqual(maps);
    expect(after(list, '-filter_complex')).toHaveLength(1);
    expect(after(list, '-filter_complex')[0]).toContain(`split=${given.pictures.length + 1}[clock]`);
  });

  test('each picture output has a pipe of its own, stills as JPEG', () => {
    const list = args(plan([picture('still', 'select=1'), picture('luma', null), picture('band', 'select=1')]));
    expect(list.filter((each) => each.startsWith('pipe:'))).toEqual(['pipe:1', 'pipe:3', 'pipe:4']);
    expect(after(list, '-f')).toEqual(['mpjpeg', 'rawvideo', 'rawvideo']);
  });

  test.each<[string, DecodePlan, string]>([
    ['alone', plan([], loud), 'pipe\\:1'],
    [
      'after the sound',
      plan([picture('luma', null)], loud, { rate: 48_000, channels: 2, receivers: loud }),
      'pipe\\:4',
    ],
  ])('measures of loudness go to the last pipe: %s', (_, given, pipe) => {
    const [graph = ''] = after(args(given), '-filter_complex');
    expect(graph).toContain(`ametadata=mode=print:file='${pipe}'`);
  });

  test('times are stamped after thinning', () => {
    const [graph = ''] = after(args(plan([picture('band', "select='gte(t\\,1)'")])), '-filter_complex');
    expect(graph.indexOf('select=')).toBeLessThan(graph.indexOf('blackframe@out0'));
  });

  test.each(['blackframe', 'showinfo'] as const)(
    'one stamp, the clock, is enough for every frame: %s',
    (stampFilter) => {
      const asked = plan([picture('luma', null), picture('band', 'select=1')]);
      const [graph = ''] = after(args(asked, '/in.mp4', { ...tools, stampFilter }), '-filter_complex');
      expect(graph.match(/\w+@\w+/g)).toEqual([`${stampFilter}@clock`, `${stampFilter}@out1`]);
    },
  );

  test.each(['-fps_mode', '-vsync'] as const)('frames are passed through with %s', (syncOption) => {
    expect(after(args(plan([picture('luma', null)]), '/in.mp4', { ...tools, syncOption }), syncOption)).toEqual([
      'passthrough',
    ]);
  });
});
