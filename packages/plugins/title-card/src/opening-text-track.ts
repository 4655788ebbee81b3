import {
  defineTrack,
  type Picture,
  type SampleRequest,
  type TimeRange,
  type TrackContext,
  type VideoInput,
} from '@shenpian/core';
import { borrowReader, boxOverlap, encodePicture, fractionsOf, type Reader } from '@shenpian/plugin-subtitle-ocr';
import { lineFollower, type FollowedLine, type LongRows } from './line-follower.ts';
import { mayBeLabel, readLine } from './line-reading.ts';
import { numberLike } from './number-text.ts';
import { openingTextTrack, type LineReading, type OpeningText } from './opening-text.ts';
import { openingTextOptionsSchema, type OpeningTextOptions } from './options.ts';

/** Told to the engine as the height of characters, px, so that it looks for lines on the small picture as it is. */
const asItIs = 30;
/** When no number was found: height of a character as a share of the shorter side, which makes it look on twice as large a picture. */
const finely = 22 / 540;
/** Lines whose best reading has less are leaves and railings. */
const leastConfidence = 0.5;
/** Above and below the strokes of a line, as a share of their height, this much is of the line. */
const beside = 0.15;
/** Boxes that share this much are at one place. */
const samePlace = 0.6;

/** What the opening and the end of an episode show in writing, read from large pictures. */
export const openingTexts = defineTrack<OpeningText, OpeningTextOptions>({
  type: openingTextTrack,
  version: 3,
  options: openingTextOptionsSchema,
  samples({ episode: { input }, options }): Readonly<Record<string, SampleRequest>> {
    const { side, rate, openingSeconds } = options;
    const { width, height } = input.probe;
    const wide = Math.round(side * Math.max(1, width / height));
    const opening = { kind: 'luma', width: wide, rate, window: { start: 0, end: openingSeconds } } as const;
    const window = endingOf(input, options);
    return window === null ? { opening } : { opening, ending: { ...opening, rate: options.endingRate, window } };
  },
  build,
});

/** The stretch at the end that is read; null when the opening reaches that far. */
function endingOf({ probe }: VideoInput, { openingSeconds, endingSeconds }: OpeningTextOptions): TimeRange | null {
  const start = Math.max(openingSeconds, Math.floor(probe.videoSeconds - endingSeconds));
  // Beyond the declared end: containers are wrong about it by a frame or two.
  return endingSeconds > 0 && start < probe.videoSeconds ? { start, end: probe.videoSeconds + 5 } : null;
}

async function build(context: TrackContext<OpeningTextOptions>): Promise<OpeningText[]> {
  const { options, samples, signal, keep, recycle } = context;
  const reader = await borrowReader(options.engine);
  try {
    const find = (picture: Picture) => reader.find(picture, asItIs);
    const followers = { opening: lineFollower(find, recycle), ending: lineFollower(find, recycle) };
    for await (const sample of samples) {
      signal.throwIfAborted();
      if (sample.kind !== 'luma') continue;
      await followers[sample.request === 'ending' ? 'ending' : 'opening'].next(sample.time, sample);
    }
    const texts: OpeningText[] = [];
    for (const part of ['opening', 'ending'] as const) {
      const { lines, longRows } = followers[part].finish();
      const read = async (line: FollowedLine): Promise<LineReading[]> => {
        signal.throwIfAborted();
        const readings = await readLine(line, reader);
        const text = textOf(part, line, readings);
        if (text !== null) texts.push({ ...text, closeUp: mayBeLabel(readings) ? await closeUpOf(line, keep) : null });
        return readings;
      };
      const readings: LineReading[] = [];
      for (const line of lines) readings.push(...(await read(line)));
      // Before it is said that there is no number, small writing is looked for as well.
      if (part === 'opening' && !readings.some(({ text }) => numberLike(text)))
        for (const line of await smallLines(longRows, lines, reader)) await read(line);
    }
    return texts;
  } finally {
    await reader.release();
  }
}

function textOf(
  part: OpeningText['part'],
  { start, end, before, after, box, upright }: FollowedLine,
  readings: readonly LineReading[],
): Omit<OpeningText, 'closeUp'> | null {
  const best = readings.toSorted((a, b) => b.confidence - a.confidence)[0];
  if (!upright && (best?.confidence ?? 0) < leastConfidence) return null;
  const { text, confidence } = best ?? { text: '', confidence: 0 };
  return { part, start, end, before, after, box, text, confidence, upright, readings: [...readings] };
}

async function closeUpOf(
  { pixels, rows, area, size, closeUps }: FollowedLine,
  keep: (bytes: Uint8Array) => Promise<string>,
): Promise<OpeningText['closeUp']> {
  const pictures = [];
  for (const { time, picture } of closeUps) pictures.push({ time, sha256: await keep(await encodePicture(picture)) });
  // Boxes of the network are higher than the letters by very different amounts.
  const margin = beside * (rows.bottom - rows.top);
  const line = { ...pixels, y: rows.top - margin, height: rows.bottom - rows.top + 2 * margin };
  return { ...size, area, line, pictures };
}

/** Lines on rows as long as a number, looked for on larger pictures, but those that are known. */
async function smallLines(
  rows: readonly LongRows[],
  known: readonly FollowedLine[],
  reader: Reader,
): Promise<FollowedLine[]> {
  const lines: FollowedLine[] = [];
  for (const { top, pictures, size } of rows) {
    const [, shown] = pictures;
    if (shown === undefined) continue;
    const height = finely * Math.min(size.width, size.height);
    const { time, ...picture } = shown;
    const found = await reader.find({ ...picture, data: picture.data.slice() }, height);
    for (const box of found) {
      const pixels = { ...box, y: box.y + top };
      const place = fractionsOf(pixels, size);
      if ([...known, ...lines].some((line) => line.end >= time && boxOverlap(line.box, place) > samePlace)) continue;
      lines.push({
        start: pictures[0]!.time,
        end: time,
        before: null,
        after: null,
        upright: false,
        pixels,
        rows: { top: pixels.y, bottom: pixels.y + pixels.height },
        area: { x: 0, y: top, width: picture.width, height: picture.height },
        size,
        box: place,
        closeUps: pictures.map(({ time: at, ...each }) => ({ time: at, strength: 1, picture: each })),
      });
    }
  }
  return lines;
}
