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
  const below = lineBelow(line, lines);
  return line.readings.flatMap((reading) => {
    const more = below?.readings.find(({ time }) => time === reading.time);
    const number = readNumber(reading) ?? (more && startsNumber(reading) ? readNumber(reading, more) : null);
    return number === null ? [] : [{ number, line, sure: surelyRead(number) }];
  });
}

/** A number that is broken over two lines begins on the upper one. */
const startsNumber = ({ text }: LineReading): boolean => numberLike(text);

/** The line right below another one, on the same pictures. */
function lineBelow(line: OpeningText, lines: readonly OpeningText[]): OpeningText | undefined {
  const { x, y, width, height } = line.box;
  return lines
    .filter(({ box, start, end }) => {
      const gap = box.y - (y + height);
      const across = Math.min(x + width, box.x + box.width) - Math.max(x, box.x);
      return gap > -0.5 * height && gap < height && across > 0 && start <= line.end && end >= line.start;
    })
    .find((other) => other !== line && other.box.y > y);
}
