import { canonicalNumber, numberLike, readNumber, sameNumber, surelyRead, type ReadNumber } from './number-text.ts';
import type { LineReading, OpeningText } from './opening-text.ts';

/** A number that an episode shows, with the line that shows it. */
export interface ShownNumber {
  readonly number: ReadNumber;
  readonly line: OpeningText;
}

/**
 * What the opening of an episode shows: numbers that were read surely, more than once and always alike; or something that is a
 * number, or a piece of one, and could not be read surely; or nothing like it.
 */
export type NumberSight =
  | { readonly state: 'sure'; readonly numbers: readonly ShownNumber[] }
  | {
      readonly state: 'doubtful';
      readonly number: ReadNumber | null;
      readonly line: OpeningText;
      readonly text: string;
    }
  | { readonly state: 'upright'; readonly line: OpeningText }
  | { readonly state: 'none' };

/** So many pictures must be read alike. */
const sureReadings = 2;

interface Attempt extends ShownNumber {
  readonly sure: boolean;
}

/** What of the lines of an opening is a number. */
export function numberSight(lines: readonly OpeningText[]): NumberSight {
  const attempts = lines.flatMap((line) => attemptsOn(line, lines));
  const groups: Attempt[][] = [];
  for (const attempt of attempts) {
    const group = groups.find(([first]) => sameNumber(first!.number, attempt.number));
    if (group) group.push(attempt);
    else groups.push([attempt]);
  }
  const sure = groups.filter((group) => group.filter((each) => each.sure).length >= sureReadings);
  const places = new Set(sure.map((group) => group[0]!.line));
  // One line cannot show two numbers: then one of them is misread.
  if (sure.length > 0 && places.size === sure.length) {
    return { state: 'sure', numbers: sure.map((group) => group.find((each) => each.sure)!) };
  }
  const best = groups
    .toSorted((a, b) => b.length - a.length)[0]
    ?.toSorted((a, b) => b.number.weakest - a.number.weakest)[0];
  if (best) return { state: 'doubtful', number: best.number, line: best.line, text: canonicalNumber(best.number) };
  const piece = lines.find(({ readings }) => readings.some(({ text }) => numberLike(text)));
  if (piece) return { state: 'doubtful', number: null, line: piece, text: piece.text };
  const upright = lines.find((line) => line.upright);
  return upright ? { state: 'upright', line: upright } : { state: 'none' };
}

function attemptsOn(line: OpeningText, lines: readonly OpeningText[]): Attempt[] {
  const shownWith = lines.filter(
    (other) => other !== line && other.start <= line.end && other.end >= line.start && !other.upright,
  );
  const next = [lineBeside(line, shownWith), lineBelow(line, shownWith)].filter((other) => other !== undefined);
  return line.readings.flatMap((reading) => {
    const number = readNumber(reading) ?? (numberLike(reading.text) ? readBroken(reading, next) : null);
    return number === null ? [] : [{ number, line, sure: surelyRead(number) }];
  });
}

/** A number of which `reading` is the first part, and the same picture of one of the lines the rest. */
function readBroken(reading: LineReading, next: readonly OpeningText[]): ReadNumber | null {
  for (const { readings } of next) {
    const rest = readings.find(({ time }) => time === reading.time);
    const number = rest === undefined ? null : readNumber(reading, rest);
    if (number !== null) return number;
  }
  return null;
}

/** The line right below another one. */
function lineBelow(
  { box: { x, y, width, height } }: OpeningText,
  lines: readonly OpeningText[],
): OpeningText | undefined {
  return lines.find(({ box }) => {
    const gap = box.y - (y + height);
    const across = Math.min(x + width, box.x + box.width) - Math.max(x, box.x);
    return gap > -0.5 * height && gap < height && across > 0 && box.y > y;
  });
}

/** Parts of a row further apart than this share of the picture's width are not one line. */
const besideGap = 0.08;

/** The line right of another one, on the same row: the network may break a line at a bracket. */
function lineBeside(
  { box: { x, y, width, height } }: OpeningText,
  lines: readonly OpeningText[],
): OpeningText | undefined {
  return lines.find(({ box }) => {
    const gap = box.x - (x + width);
    const down = Math.min(y + height, box.y + box.height) - Math.max(y, box.y);
    return box.x > x && gap > -0.25 * width && gap < besideGap && down > 0.5 * Math.min(height, box.height);
  });
}
