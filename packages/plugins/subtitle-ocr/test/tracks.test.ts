import type { Episode, Sample, TrackContext } from '@shenpian/core';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type BurnedIn,
  closeReaders,
  cuesOptionsSchema,
  readingOptionsSchema,
  screenTextOptionsSchema,
  screenTexts,
  burnedIn,
  subtitleCues,
} from '../dist/index.js';
import { renderedClip, type ClipScript } from './rendered-clip.ts';

afterAll(closeReaders);

const script: ClipScript = {
  width: 540,
  height: 960,
  seconds: 12,
  style: { font: 'noto', size: 0.055, y: 0.72, colour: '#fff', edge: 'outline' },
  cues: [
    { start: 1, end: 2.5, text: '这份合同今天必须签完' },
    { start: 2.5, end: 4, text: '你别走' },
    { start: 4.5, end: 6, text: '你别走' },
    { start: 7, end: 9, text: '人心都是肉长的\n你怎么能这样对他' },
    { start: 9.2, end: 12, text: '我们去黄河边走走吧' },
  ],
  captions: [
    { start: 0, end: 12, text: '平原影视', x: 0.16, y: 0.05, size: 0.05 },
    { start: 0, end: 12, text: '剧情纯属虚构', x: 0.5, y: 0.95, size: 0.035 },
    { start: 5, end: 8, text: '幸福超市', x: 0.25, y: 0.6, size: 0.07 },
  ],
};

async function readCues(options: object = {}, times?: number[], shown = script): Promise<readonly BurnedIn[]> {
  const clip = renderedClip(shown);
  const plan = {
    episode: {} as Episode,
    options: readingOptionsSchema.parse(options),
    scouted: clip.scouted(burnedIn.scout!.count, burnedIn.scout!.width),
    signal: new AbortController().signal,
  };
  const { band0: band, ...others } = await burnedIn.samples!(plan);
  expect(others).toEqual({});
  if (band?.kind !== 'band') throw new TypeError('asks for no band');
  return burnedIn.build({
    ...plan,
    ...rest,
    samples: clip.band(band.region, band.rate, band.format, times),
  });
}
const rest = {
  decodedSeconds: () => script.seconds,
  recycle: () => undefined,
  read: async () => [],
  keep: async () => '',
};

describe('subtitle cues', () => {
  it('are the dialogue with its times, without watermark, disclaimer and sign', async () => {
    const cues = await readCues();
    expect(cues.map(({ text }) => text)).toEqual(script.cues.map(({ text }) => text));
    for (const [n, { start, end }] of script.cues.entries()) {
      expect(Math.abs(cues[n]!.start - start)).toBeLessThanOrEqual(0.11);
      expect(Math.abs(cues[n]!.end - end)).toBeLessThanOrEqual(0.11);
    }
    expect(cues.every(({ engine, confidence }) => engine === 'paddle' && confidence > 0.8)).toBe(true);
    const { box } = cues[0]!;
    expect(box.y).toBeGreaterThan(0.69);
    expect(box.y + box.height).toBeLessThan(0.76);
    expect(box.x + box.width / 2).toBeCloseTo(0.5, 1);
  });

  it('keep the times of a file with variable frame rate', async () => {
    const cues = await readCues(
      {},
      [0, 0.9, 1, 1.3, 2.4, 2.5, 2.7, 4, 4.2, 4.5, 4.9, 6, 7, 7.4, 8.8, 9, 9.2, 9.4, 11.9],
    );
    expect(cues.map(({ text }) => text)).toEqual(script.cues.map(({ text }) => text));
    for (const [n, { start, end }] of script.cues.entries()) {
      expect(Math.abs(cues[n]!.start - start)).toBeLessThanOrEqual(0.11);
      if (n < 4) expect(Math.abs(cues[n]!.end - end)).toBeLessThanOrEqual(0.11);
    }
  });

  it('come from the region that the user names', async () => {
    const cues = await readCues({ region: { x: 0, y: 0.64, width: 1, height: 0.11 } });
    expect(cues.map(({ text }) => text)).toEqual(script.cues.map(({ text }) => text));
  });
});

describe('names', () => {
  it('put a misread surname right, and say so; what was read stays beside', async () => {
    const cues = [
      { start: 1, end: 3, text: '佘小姐，这边请' },
      { start: 4, end: 6, text: '人心都是肉长的' },
      { start: 7, end: 9, text: '我们去黄河边走走吧' },
    ];
    const read = await readCues({}, undefined, { ...script, cues, captions: [] });
    expect(read.map(({ text }) => text)).toEqual(['余小姐，这边请', '人心都是肉长的', '我们去黄河边走走吧']);
    const made = async (vocabulary: Episode['vocabulary']) =>
      subtitleCues.build({
        ...rest,
        episode: { ...(vocabulary && { vocabulary }) } as Episode,
        options: cuesOptionsSchema.parse({}),
        scouted: [],
        signal: new AbortController().signal,
        samples: (async function* () {})(),
        read: async <Item>() => read as unknown as Item[],
      });
    const [first, second] = await made({ names: ['佘小曼'], lines: [] });
    expect(first).toMatchObject({ text: '佘小姐，这边请', repaired: [{ at: 0, from: '余', to: '佘' }] });
    expect(second).not.toHaveProperty('repaired');
    expect((await made(undefined)).map(({ text }) => text)).toEqual(read.map(({ text }) => text));
    // What names settled is in doubt no more.
    expect(first).not.toHaveProperty('doubtful');
    expect((await made(undefined))[0]).toHaveProperty('doubtful', [expect.objectContaining({ at: 0 })]);
  });
});

describe('screen texts', () => {
  it('are what is not dialogue', async () => {
    const clip = renderedClip(script);
    const cues = script.cues.map((cue) => ({ ...cue, box: { x: 0.1, y: 0.69, width: 0.8, height: 0.06 } }));
    const context: TrackContext<ReturnType<typeof screenTextOptionsSchema.parse>> = {
      ...rest,
      read: async <Item>() => cues as unknown as Item[],
      episode: {} as Episode,
      options: screenTextOptionsSchema.parse({}),
      scouted: [],
      signal: new AbortController().signal,
      samples: clip.stills(540, 0.5) as AsyncIterable<Sample>,
    };
    const texts = await screenTexts.build(context);
    expect(texts.map(({ text, start, end }) => [text, start, end])).toEqual(
      expect.arrayContaining([
        ['平原影视', 0, 11],
        ['剧情纯属虚构', 0, 11],
        ['幸福超市', 5, 7],
      ]),
    );
    expect(texts.some(({ text }) => script.cues.some((cue) => cue.text.includes(text)))).toBe(false);
  });
});
