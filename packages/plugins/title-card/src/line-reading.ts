import { creditLike } from './credits.ts';
import { cropPicture, type PixelBox, type Reader } from '@shenpian/plugin-subtitle-ocr';
import type { CloseUp, FollowedLine } from './line-follower.ts';
import { numberLike, readNumber, sameNumber, sureCharacter, surelyRead } from './number-text.ts';
import type { LineReading } from './opening-text.ts';

/** Numbers are read on so many of their pictures, or until two readings were sure: some fall into a fade. */
const numberReadings = 6;
/** Titles and credits are read until one reading has this confidence, but no more often than this. */
const clear = 0.9;
const mostReadings = 2;
/** Lettering higher than this share of the shorter side may be a title; subtitles are smaller. */
const large = 0.06;
/** A label says what it says in a letter or two, and is short. */
const labelReadings = 3;
/** A first reading with less is of leaves and railings, and is not tried again. */
const leastConfidence = 0.5;
const labelLike = /人工智能|AI|生成|合成/u;
/** A close-up whose strokes show with less than this share of the best is in a fade. */
const faded = 0.75;
/** Margins of the closer crop, as shares of the height of the strokes. */
const [tight, wide] = [0.15, 0.3];

/** Whether a line may be an AI label. */
export const mayBeLabel = (readings: readonly LineReading[]): boolean =>
  readings.some(({ text }) => labelLike.test(text));

/** Reads a line on as many of its close-ups as it needs. */
export async function readLine(line: FollowedLine, reader: Reader): Promise<LineReading[]> {
  const readings: LineReading[] = [];
  if (line.upright) return readings;
  const isLarge = line.rows.bottom - line.rows.top > large * Math.min(line.size.width, line.size.height);
  for (const [turn, { time, picture }] of inOrder(line.closeUps).entries()) {
    if (!wantsReading(readings, turn, isLarge)) break;
    const crop = cropPicture(picture, cropOf(line, turn));
    const box = { x: 0, y: 0, width: crop.width, height: crop.height };
    const { text, confidence, characters } = (await reader.readLines(crop, [box]))[0]!;
    if (text === '') continue;
    const plain = characters.map((each) => ({ ...each, alternatives: [...each.alternatives] }));
    readings.push({ time, text, confidence, characters: plain });
  }
  return readings;
}

function wantsReading(readings: readonly LineReading[], turn: number, isLarge: boolean): boolean {
  if (turn === 0) return true;
  const best = Math.max(0, ...readings.map(({ confidence }) => confidence));
  if (readings.some(({ text }) => numberLike(text))) return turn < numberReadings && !isSettled(readings);
  if (mayBeLabel(readings)) return turn < labelReadings;
  if (turn >= mostReadings || !(isLarge || readings.some(({ text }) => creditLike(text)))) return false;
  return best >= leastConfidence && best < clear;
}

/** Whether two readings were sure, and alike. Of a part of a number every character must have been. */
function isSettled(readings: readonly LineReading[]): boolean {
  const numbers = readings.flatMap((reading) => readNumber(reading) ?? []);
  const sure = numbers.filter(surelyRead);
  if (numbers.length > 0) return sure.length >= 2 && sure.every((number) => sameNumber(number, sure[0]!));
  const parts = readings.filter(({ characters }) => characters.every(({ confidence }) => confidence >= sureCharacter));
  return parts.length >= 2 && parts.every(({ text }) => text.normalize('NFKC') === parts[0]!.text.normalize('NFKC'));
}

/** From the middle of its time outwards, faded ones last: lines of one card are then read on the same pictures. */
function inOrder(closeUps: readonly CloseUp[]): CloseUp[] {
  const best = Math.max(...closeUps.map(({ strength }) => strength));
  const isFaded = ({ strength }: CloseUp): number => Number(strength < faded * best);
  const middle = (closeUps.length - 1) / 2;
  return closeUps
    .map((each, at) => ({ each, away: Math.abs(at - middle) }))
    .toSorted((a, b) => isFaded(a.each) - isFaded(b.each) || a.away - b.away)
    .map(({ each }) => each);
}

/**
 * Where a line is on its close-ups: as it was found, and every other time close to its strokes and a little wider, so that what is
 * misread because of the crop is read in two ways.
 */
function cropOf({ pixels, rows, area }: FollowedLine, turn: number): PixelBox {
  const [x, y] = [pixels.x - area.x, pixels.y - area.y];
  if (turn % 2 === 0) return { ...pixels, x, y };
  const height = rows.bottom - rows.top;
  const [above, beside] = [tight * height, wide * height];
  return {
    x: x - beside,
    y: rows.top - area.y - above,
    width: pixels.width + 2 * beside,
    height: height + 2 * above,
  };
}
