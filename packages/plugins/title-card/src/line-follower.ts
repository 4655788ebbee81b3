import type { Box, Picture } from '@shenpian/core';
import {
  boxOverlap,
  cropPicture,
  resizePicture,
  similarity,
  type LineText,
  type PixelBox,
} from '@shenpian/plugin-subtitle-ocr';
import { numberLike, readNumber, sameNumber, surelyRead } from './number-text.ts';
import type { LineReading, OpeningText } from './opening-text.ts';

/** Numbers are read on so many of their pictures, or until two readings were sure: some fall into a fade. */
const numberReadings = 6;
/** Other lines are read until one reading has this confidence, but no more often than this. */
const clear = 0.9;
const mostReadings = 3;
const labelLike = /人工智能|AI|生成|合成/u;
/** Lines whose best reading has less are leaves and railings. */
const leastConfidence = 0.5;
/** Miniatures of a line this much alike (correlation) show the same words. */
const sameWords = 0.75;
/** Boxes that share this much are at one place. */
const samePlace = 0.6;
/** Readings of one line are at least this alike. */
const sameText = 0.5;
/** A line missing on so many pictures in a row is over. */
const mostMissed = 2;
/** Lines of characters one below the other are at least this much higher than wide; railings and single letters are less. */
const uprightShape = 6;

const miniature = { width: 48, height: 8 };

interface OpenLine {
  line: Omit<OpeningText, 'after' | 'part' | 'text' | 'confidence'> & { readonly readings: LineReading[] };
  thumb: Float32Array;
  place: Place;
  missed: number;
  /** The first picture that did not show it, when it is missed. */
  lost: number | null;
}

/** Where a line stands, in fractions of the picture and in px. */
export interface Place {
  readonly box: Box;
  readonly pixels: PixelBox;
}

/** A box on a picture, with what it looks like. */
export interface FoundLine extends Place {
  readonly thumb: Float32Array;
}

/** A line that should be read on the current picture; `turn` counts how often it was read before. */
export interface WantedReading extends FoundLine {
  readonly turn: number;
  take(reading: LineText): void;
}

/** Follows lines from picture to picture, so that each is read a few times and not on every picture. */
export interface LineFollower {
  /** Takes the lines that were found on the next picture; returns those to be read on it. */
  next(time: number, found: readonly FoundLine[]): WantedReading[];
  /** Places of numbers, which are worth another look between two pictures on which lines are looked for. */
  worthAnother(): readonly Place[];
  /** Takes what stands at the places that are {@link worthAnother}. */
  between(time: number, found: readonly FoundLine[]): WantedReading[];
  /** Whether a number was read surely. */
  knowsNumber(): boolean;
  /** Ends all lines and gives them in order. */
  finish(): OpeningText[];
}

/** Whether a box holds characters one below the other. */
export const isUpright = ({ width, height }: PixelBox): boolean => height > uprightShape * width;

/** A gray miniature of a line, with mean 0 and deviation 1. */
export async function lineThumb(picture: Picture, box: PixelBox): Promise<Float32Array> {
  const { data, channels } = await resizePicture(cropPicture(picture, box), miniature.width, miniature.height);
  const size = miniature.width * miniature.height;
  const gray = Float32Array.from({ length: size }, (_, i) =>
    channels === 1 ? data[i]! : data[3 * i]! * 0.299 + data[3 * i + 1]! * 0.587 + data[3 * i + 2]! * 0.114,
  );
  const mean = gray.reduce((sum, value) => sum + value, 0) / size;
  const spread = Math.sqrt(gray.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size) || 1;
  return gray.map((value) => (value - mean) / spread);
}

const correlation = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0) / a.length;

const isNumber = ({ line }: OpenLine): boolean => line.readings.some(({ text }) => numberLike(text));

/** Whether two readings were sure, and alike. */
function isSettled(readings: readonly LineReading[]): boolean {
  const sure = readings.flatMap((reading) => readNumber(reading) ?? []).filter(surelyRead);
  return sure.length >= 2 && sure.every((number) => sameNumber(number, sure[0]!));
}

function wantsReading(entry: OpenLine): boolean {
  const { readings } = entry.line;
  if (isNumber(entry)) return readings.length < numberReadings && !isSettled(readings);
  // A label says what it says in a letter or two.
  if (readings.some(({ text }) => labelLike.test(text))) return readings.length < mostReadings;
  return readings.length < mostReadings && readings.every(({ confidence }) => confidence < clear);
}

/** @param part which part of the episode the pictures are from */
export function lineFollower(part: OpeningText['part']): LineFollower {
  const done: OpeningText[] = [];
  let open: OpenLine[] = [];
  let previous: number | null = null;

  function close({ line, lost }: OpenLine): void {
    const best = line.readings.toSorted((a, b) => b.confidence - a.confidence)[0];
    if (!line.upright && (best?.confidence ?? 0) < leastConfidence) return;
    done.push({ ...line, part, after: lost, text: best?.text ?? '', confidence: best?.confidence ?? 0 });
  }

  function see(entry: OpenLine, time: number, { thumb, box, pixels }: FoundLine): void {
    Object.assign(entry, { thumb, place: { box, pixels }, missed: 0, lost: null });
    entry.line = { ...entry.line, end: time };
  }

  function miss(entry: OpenLine, time: number): void {
    entry.missed++;
    entry.lost ??= time;
  }

  function take(entry: OpenLine, time: number, { box }: Place, { text, confidence, characters }: LineText): void {
    if (text === '') return;
    const best = Math.max(0, ...entry.line.readings.map((reading) => reading.confidence));
    const plain = characters.map((each) => ({ ...each, alternatives: [...each.alternatives] }));
    entry.line.readings.push({ time, text, confidence, characters: plain });
    if (confidence > best) entry.line = { ...entry.line, box };
  }

  /** Words seen shortly before at the same place go on, though they look different: a fade, or a busy picture. */
  function takeNew(fresh: OpenLine, time: number, each: FoundLine, text: LineText): void {
    const known = open.find(
      ({ line, place, missed }) =>
        missed > 0 &&
        boxOverlap(place.box, each.box) > samePlace &&
        line.readings.some((reading) => similarity(reading.text, text.text) >= sameText),
    );
    if (known) see(known, time, each);
    else open.push(fresh);
    take(known ?? fresh, time, each, text);
  }

  /** The open lines among those found, seen again; what is left of `found`; and those to be read. */
  function follow(time: number, found: readonly FoundLine[], entries: readonly OpenLine[]) {
    const left = [...found];
    const wanted: WantedReading[] = [];
    for (const entry of entries) {
      const at = left.findIndex(
        (each) => boxOverlap(each.box, entry.place.box) > samePlace && correlation(each.thumb, entry.thumb) > sameWords,
      );
      if (at < 0) {
        miss(entry, time);
        continue;
      }
      const each = left.splice(at, 1)[0]!;
      see(entry, time, each);
      if (wantsReading(entry))
        wanted.push({ ...each, turn: entry.line.readings.length, take: (text) => take(entry, time, each, text) });
    }
    return { left, wanted };
  }

  return {
    next(time, found) {
      const { left, wanted } = follow(time, found, open);
      for (const { thumb, box, pixels } of left) {
        const line = { start: time, end: time, before: previous, box, upright: isUpright(pixels), readings: [] };
        const fresh: OpenLine = { line, thumb, place: { box, pixels }, missed: 0, lost: null };
        const each = { thumb, box, pixels };
        wanted.push({ ...each, turn: 0, take: (text) => takeNew(fresh, time, each, text) });
      }
      for (const entry of open.filter(({ missed }) => missed >= mostMissed)) close(entry);
      open = open.filter(({ missed }) => missed < mostMissed);
      previous = time;
      return wanted;
    },
    worthAnother: () => open.filter((entry) => isNumber(entry)).map(({ place }) => place),
    between: (time, found) =>
      follow(
        time,
        found,
        open.filter((entry) => isNumber(entry)),
      ).wanted,
    knowsNumber: () =>
      [...open.map(({ line }) => line), ...done].some(
        ({ readings }) => readings.some(({ text }) => numberLike(text)) && isSettled(readings),
      ),
    finish() {
      open.forEach(close);
      open = [];
      return done.toSorted((a, b) => a.start - b.start || a.box.y - b.box.y || a.box.x - b.box.x);
    },
  };
}
