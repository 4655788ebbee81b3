import {
  defineTrack,
  type Episode,
  type Picture,
  type SampleRequest,
  type TimeRange,
  type TrackContext,
  type VideoInput,
} from '@shenpian/core';
import {
  borrowReader,
  cropPicture,
  decodePicture,
  fractionsOf,
  type PixelBox,
  type Reader,
} from '@shenpian/plugin-subtitle-ocr';
import {
  isUpright,
  lineFollower,
  lineThumb,
  type LineFollower,
  type Place,
  type WantedReading,
} from './line-follower.ts';
import { numberLike } from './number-text.ts';
import { openingTextTrack, type OpeningText } from './opening-text.ts';
import { openingTextOptionsSchema, type OpeningTextOptions } from './options.ts';

/**
 * Passed to the engine as the height of a character, as a share of the shorter side: lines are looked for on pictures of 368 px,
 * which takes half the time of 540 and loses only the smallest; 270 px lost numbers of 2.6 %. `finely`: when no number was found.
 */
const glyph = { coarsely: 44 / 540, finely: 22 / 540 };
/** Lines are looked for on every second picture, and on every fourth one when the number is known. */
const [often, seldom] = [2, 4];
/** The end is read for credits alone, which show for longer. */
const endingRate = 0.5;

/** What the opening and the end of an episode show in writing, read from large pictures. */
export const openingTexts = defineTrack<OpeningText, OpeningTextOptions>({
  type: openingTextTrack,
  version: 1,
  options: openingTextOptionsSchema,
  samples({ episode, options }) {
    const opening = openingStills(episode, options);
    const window = endingOf(episode.input, options);
    return window === null ? { opening } : { opening, ending: { ...opening, rate: endingRate, window } };
  },
  build,
});

/** The pictures that the opening is read from: another track that asks for the same ones costs no other encoding. */
export function openingStills(
  { input }: Episode,
  { side, rate, openingSeconds }: OpeningTextOptions,
): Extract<SampleRequest, { kind: 'still' }> {
  const { width, height } = input.probe;
  const wide = Math.round(side * Math.max(1, width / height));
  return { kind: 'still', width: wide, rate, window: { start: 0, end: openingSeconds } };
}

/** The stretch at the end that is read; null when the opening reaches that far. */
function endingOf({ probe }: VideoInput, { openingSeconds, endingSeconds }: OpeningTextOptions): TimeRange | null {
  const start = Math.max(openingSeconds, Math.floor(probe.videoSeconds - endingSeconds));
  // Beyond the declared end: containers are wrong about it by a frame or two.
  return endingSeconds > 0 && start < probe.videoSeconds ? { start, end: probe.videoSeconds + 5 } : null;
}

interface Still {
  readonly time: number;
  readonly data: Uint8Array;
}

async function build(context: TrackContext<OpeningTextOptions>): Promise<OpeningText[]> {
  const { options, samples, signal } = context;
  const reader = await borrowReader(options.engine);
  try {
    const followers = { opening: lineFollower('opening'), ending: lineFollower('ending') };
    const opening: Still[] = [];
    for await (const sample of samples) {
      signal.throwIfAborted();
      if (sample.kind !== 'still') continue;
      const { time, data } = sample;
      const part = sample.request === 'ending' ? 'ending' : 'opening';
      const look = { reader, follower: followers[part], scale: glyph.coarsely };
      const step = part === 'ending' ? 1 : followers.opening.knowsNumber() ? seldom : often;
      const at = part === 'ending' ? 0 : opening.push({ time, data }) - 1;
      // Between pictures on which lines are looked for, only numbers are read again.
      await (at % step === 0 ? readPicture : readAgain)({ time, data }, look);
    }
    const lines = followers.opening.finish();
    const found = lines.some(({ readings }) => readings.some(({ text }) => numberLike(text)));
    return [...(found ? lines : await readFinely(opening, reader, signal)), ...followers.ending.finish()];
  } finally {
    await reader.release();
  }
}

interface Look {
  readonly reader: Reader;
  readonly follower: LineFollower;
  /** Height of a character as a share of the shorter side. */
  readonly scale: number;
}

/** Before it is said that there is no number, small writing is looked for as well, on every picture. */
async function readFinely(pictures: readonly Still[], reader: Reader, signal: AbortSignal): Promise<OpeningText[]> {
  const follower = lineFollower('opening');
  for (const picture of pictures) {
    signal.throwIfAborted();
    await readPicture(picture, { reader, follower, scale: glyph.finely });
  }
  return follower.finish();
}

async function readPicture({ time, data }: Still, { reader, follower, scale }: Look): Promise<void> {
  const picture = await decodePicture(data);
  const height = scale * Math.min(picture.width, picture.height);
  const boxes = await reader.find({ ...picture, data: picture.data.slice() }, height);
  const places = boxes.map((pixels) => ({ pixels, box: fractionsOf(pixels, picture) }));
  await readLines(picture, follower.next(time, await withThumbs(picture, places)), reader);
}

async function readAgain({ time, data }: Still, { reader, follower }: Look): Promise<void> {
  const places = follower.worthAnother();
  if (places.length === 0) return;
  const picture = await decodePicture(data);
  await readLines(picture, follower.between(time, await withThumbs(picture, places)), reader);
}

const withThumbs = (picture: Picture, places: readonly Place[]) =>
  Promise.all(places.map(async (place) => ({ ...place, thumb: await lineThumb(picture, place.pixels) })));

async function readLines(picture: Picture, wanted: readonly WantedReading[], reader: Reader): Promise<void> {
  for (const { pixels, turn, take } of wanted) {
    if (isUpright(pixels)) take({ text: '', confidence: 0, characters: [] });
    else take(await readLine(picture, pixels, { reader, turn }));
  }
}

/** Every other time with more margin: what is misread because of the crop is then read in two ways. */
async function readLine(picture: Picture, box: PixelBox, { reader, turn }: { reader: Reader; turn: number }) {
  const margin = turn % 2 === 0 ? 0 : Math.round(0.1 * box.height);
  const around = {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
  const line = cropPicture(picture, around);
  const [text] = await reader.readLines(line, [{ x: 0, y: 0, width: line.width, height: line.height }]);
  return text!;
}
