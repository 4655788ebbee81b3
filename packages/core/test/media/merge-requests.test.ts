import { describe, expect, test } from 'vitest';
import { mergeRequests, type NamedRequest } from '../../src/media/merge-requests.ts';
import type { SampleRequest } from '../../src/media/sample.ts';
import type { Probe } from '../../src/work/input.ts';

const vertical: Probe = {
  seconds: 60,
  videoSeconds: 60,
  frames: null,
  width: 1080,
  height: 1920,
  fps: 25,
  container: 'mov,mp4,m4a,3gp,3g2,mj2',
  videoCodec: 'h264',
  audioCodec: 'aac',
  subtitleStreams: [],
  tags: {},
};
const ask = (track: string, request: SampleRequest, name = 'x'): NamedRequest => ({ track, name, request });
const bottom = { x: 0, y: 0.6, width: 1, height: 0.3 };

describe('mergeRequests', () => {
  test.each<[string, SampleRequest, string]>([
    [
      'every frame of a stretch',
      { kind: 'luma', width: 160, rate: 'every-frame', window: { start: 0, end: 4 } },
      "select='gte(t\\,0)*lt(t\\,4)'",
    ],
    [
      'some frames of a stretch',
      { kind: 'luma', width: 160, rate: 5, window: { start: 2, end: 4 } },
      "select='gte(t\\,2)*lt(t\\,4)*(isnan(prev_selected_t)+gte(t-prev_selected_t\\,0.1990))'",
    ],
  ])('luma of %s', (_, request, thin) => {
    expect(mergeRequests([ask('a', request)], vertical).pictures[0]?.thin).toBe(thin);
  });

  test.each<
    [string, SampleRequest, Partial<Probe>, { width: number; height: number; channels: number; bytes?: number }]
  >([
    [
      'luma follows the shape of the picture',
      { kind: 'luma', width: 160, rate: 'every-frame' },
      {},
      { width: 160, height: 284, channels: 1 },
    ],
    [
      'luma is never enlarged',
      { kind: 'luma', width: 1600, rate: 5 },
      { width: 320, height: 180 },
      { width: 320, height: 180, channels: 1 },
    ],
    [
      'chroma follows the luma at a quarter of the size',
      { kind: 'luma', width: 160, rate: 'every-frame', chroma: true },
      {},
      { width: 160, height: 284, channels: 1, bytes: 160 * 284 + 2 * 40 * 71 },
    ],
    ['odd sizes become even', { kind: 'luma', width: 161, rate: 5 }, {}, { width: 162, height: 288, channels: 1 }],
    [
      'a flat picture keeps two rows',
      { kind: 'luma', width: 32, rate: 5 },
      { width: 2000, height: 20 },
      { width: 32, height: 2, channels: 1 },
    ],
    [
      'a band is at source size',
      { kind: 'band', region: bottom, rate: 5, format: 'gray' },
      {},
      { width: 1080, height: 576, channels: 1 },
    ],
    [
      'an RGB band',
      { kind: 'band', region: bottom, rate: 5, format: 'rgb' },
      {},
      { width: 1080, height: 576, channels: 3 },
    ],
    ['a still', { kind: 'still', width: 360, rate: 1 }, {}, { width: 360, height: 640, channels: 3 }],
  ])('%s', (_, request, probe, size) => {
    const { pictures } = mergeRequests([ask('a', request)], { ...vertical, ...probe });
    expect(pictures).toHaveLength(1);
    expect(pictures[0]).toMatchObject({ kind: request.kind, ...size });
  });

  const luma: SampleRequest = { kind: 'luma', width: 160, rate: 'every-frame' };
  const band: SampleRequest = { kind: 'band', region: bottom, rate: 5, format: 'gray' };
  test.each<[string, readonly NamedRequest[], readonly (readonly string[])[]]>([
    ['nothing', [], []],
    ['two tracks that want the same share an output', [ask('a', luma, 'l'), ask('b', luma, 'm')], [['a.l', 'b.m']]],
    ['one track under two names', [ask('a', luma, 'l'), ask('a', luma, 'm')], [['a.l', 'a.m']]],
    ['widths that come out the same share', [ask('a', luma), ask('b', { ...luma, width: 160.4 })], [['a.x', 'b.x']]],
    ['another rate is another output', [ask('a', luma), ask('b', { ...luma, rate: 5 })], [['a.x'], ['b.x']]],
    ['with chroma is another output', [ask('a', luma), ask('b', { ...luma, chroma: true })], [['a.x'], ['b.x']]],
    [
      'another region is another output',
      [ask('a', band), ask('b', { ...band, region: { ...bottom, y: 0.5 } })],
      [['a.x'], ['b.x']],
    ],
    ['another format is another output', [ask('a', band), ask('b', { ...band, format: 'rgb' })], [['a.x'], ['b.x']]],
    [
      'a window is another output',
      [
        ask('a', { kind: 'still', width: 90, rate: 1 }),
        ask('b', { kind: 'still', width: 90, rate: 1, window: { start: 0, end: 3 } }),
      ],
      [['a.x'], ['b.x']],
    ],
  ])('%s', (_, requests, receivers) => {
    const { pictures } = mergeRequests(requests, vertical);
    expect(pictures.map((each) => each.receivers.map(({ track, name }) => `${track}.${name}`))).toEqual(receivers);
  });

  test('audio goes to everyone who asked, and to nobody when the file is silent', () => {
    const requests = [ask('a', { kind: 'audio' }, 'loud'), ask('b', { kind: 'audio' }), ask('b', luma)];
    const heard = mergeRequests(requests, vertical);
    expect(heard.audio).toEqual([
      { track: 'a', name: 'loud' },
      { track: 'b', name: 'x' },
    ]);
    expect(heard.pictures).toHaveLength(1);
    expect(mergeRequests(requests, { ...vertical, audioCodec: null }).audio).toEqual([]);
  });

  test('every-frame output is not thinned, others are', () => {
    const { pictures } = mergeRequests([ask('a', luma), ask('b', band)], vertical);
    expect(pictures.map(({ thin }) => thin === null)).toEqual([true, false]);
  });
});
