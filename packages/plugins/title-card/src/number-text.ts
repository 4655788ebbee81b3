import type { LineReading } from './opening-text.ts';
import { knownIssuer, numberFormats } from './number-formats.ts';

/** The parts of a number such as （豫）网微剧备字（2026）第012号. */
export interface NumberParts {
  readonly issuer: string;
  readonly words: string;
  readonly year: string;
  /** As written, with its zeros. */
  readonly serial: string;
}

/** A number as read. `doubts` are pieces that were taken for something else than was read, as `read→taken`. */
export interface ReadNumber extends NumberParts {
  /** In the form of 35号, with full-width brackets. */
  readonly canonical: string;
  /** Confidence of the character that was read worst, 0–1, of those that tell numbers apart. */
  readonly weakest: number;
  readonly doubts: readonly string[];
  /** For each character that tells numbers apart (issuer, words, year, serial), what else it may be. */
  readonly others: readonly (readonly string[])[];
}

/** A character of a line. */
interface Cell {
  readonly text: string;
  readonly confidence: number;
  readonly x: number;
  readonly others: readonly string[];
}

const opening = /^[([{〔【「『《〈<]$/u;
const closing = /^[)\]}〕】」』》〉>]$/u;
/** Signs that stand between the parts and mean nothing. */
const filler = /^[\s\p{Pd}·.,:;'"“”‘’、。，：；|_]$/u;

/** What OCR reads for digits, and people write for them. */
const digitFor: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', D: '0', Q: '0', 〇: '0', '○': '0', 口: '0' },
  ...{ l: '1', I: '1', i: '1', '|': '1', '!': '1', 丨: '1', J: '1' },
  ...{ Z: '2', z: '2', S: '5', s: '5', b: '6', G: '6', B: '8', g: '9', q: '9', 了: '7', T: '7', A: '4' },
};

/** A digit further from the one before than this many usual steps has room for a dropped one between them. */
const wideStep = 1.7;

/** Another reading counts from this probability on. */
const leastOther = 0.02;
const likely = (alternatives: readonly { text: string; confidence: number }[]): string[] =>
  alternatives.filter(({ confidence }) => confidence >= leastOther).map(({ text }) => text.normalize('NFKC'));

function cellsOf(characters: LineReading['characters']): Cell[] {
  return characters.flatMap(({ text, confidence, x, alternatives }) =>
    [...text.normalize('NFKC')]
      .map((each) => (opening.test(each) ? '(' : closing.test(each) ? ')' : each))
      .filter((each) => !filler.test(each))
      .map((each) => ({ text: each, confidence, x, others: likely(alternatives) })),
  );
}

/** Cells of a text that was not read from a picture. */
function sureCells(text: string): Cell[] {
  return cellsOf([...text].map((each, x) => ({ text: each, confidence: 1, x, alternatives: [] })));
}

interface FoundWords {
  readonly words: string;
  readonly at: number;
  readonly wrong: readonly number[];
}

/** Where the words of a format stand, at most one of them misread; those that fit best and are longest. */
function findWords(cells: readonly Cell[]): FoundWords | null {
  const found: FoundWords[] = [];
  for (const words of new Set(numberFormats().formats.map((format) => format.words))) {
    for (let at = 0; at + words.length <= cells.length; at++) {
      const wrong = [...words].flatMap((each, i) => (cells[at + i]!.text === each ? [] : [i]));
      if (wrong.length <= 1) found.push({ words, at, wrong });
    }
  }
  return found.toSorted((a, b) => a.wrong.length - b.wrong.length || b.words.length - a.words.length)[0] ?? null;
}

/** Whether a text is a number or a piece of one, however badly it was read. */
export function numberLike(text: string): boolean {
  const cells = sureCells(text);
  return findWords(cells) !== null || /第.{0,2}[\dOo〇]{1,8}号/u.test(cells.map((cell) => cell.text).join(''));
}

/** Reads digits, and what may be meant for digits, from `at` on. */
function digitsFrom(cells: readonly Cell[], at: number, most: number): readonly (Cell & { readonly digit: string })[] {
  const digits: (Cell & { digit: string })[] = [];
  for (const cell of cells.slice(at, at + most)) {
    const digit = /^\d$/.test(cell.text) ? cell.text : digitFor[cell.text];
    if (digit === undefined) break;
    digits.push({ ...cell, digit });
  }
  return digits;
}

/** The issuer before the words: what the brackets hold; without them the known name that ends there. */
function issuerBefore(cells: readonly Cell[], end: number): { cells: readonly Cell[]; bracketed: boolean } {
  const closed = cells[end - 1]?.text === ')';
  const last = closed ? end - 1 : end;
  const start = cells.slice(0, last).findLastIndex(({ text }) => text === '(') + 1;
  if (start > 0 && last - start <= 12) return { cells: cells.slice(start, last), bracketed: closed };
  for (let length = Math.min(4, last); length > 0; length--) {
    const name = cells.slice(last - length, last);
    if (knownIssuer(name.map(({ text }) => text).join(''))) return { cells: name, bracketed: false };
  }
  return { cells: cells.slice(Math.max(0, last - 1), last), bracketed: false };
}

/** Whether a digit of the serial number or the year may be missing: the network merges equal neighbours and drops thin ones. */
function mayLackDigit(year: readonly Cell[], serial: readonly Cell[]): boolean {
  const steps = [year, serial].flatMap((digits) => digits.slice(1).map(({ x }, i) => x - digits[i]!.x));
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0;
  return steps.some((step) => step > wideStep * usual);
}

/** @returns null when the cells hold no whole number */
function parseCells(cells: readonly Cell[]): ReadNumber | null {
  const found = findWords(cells);
  if (found === null) return null;
  const { words, at, wrong } = found;
  let next = at + words.length;
  if (cells[next]?.text === '(') next++;
  const year = digitsFrom(cells, next, 4);
  if (year.length < 4) return null;
  next += 4;
  if (cells[next]?.text === ')') next++;
  const order = cells[next]?.text === '第' ? next + 1 : next;
  // 第 may have been read as something else.
  const from = digitsFrom(cells, order, 1).length > 0 ? order : order + 1;
  const serial = digitsFrom(cells, from, 8);
  if (serial.length === 0) return null;
  const issuer = issuerBefore(cells, at);
  if (issuer.cells.length === 0) return null;

  const text = (part: readonly Cell[]): string => part.map((cell) => cell.text).join('');
  const end = cells[from + serial.length]?.text;
  const telling = [...issuer.cells, ...cells.slice(at, at + words.length), ...year, ...serial];
  const doubts = [
    ...wrong.map((i) => `${cells[at + i]!.text}→${words[i]}`),
    ...[...year, ...serial].filter(({ text, digit }) => text !== digit).map(({ text, digit }) => `${text}→${digit}`),
    ...(end === '号' ? [] : [`${end ?? ''}→号`]),
    ...(cells[next]?.text === '第' ? [] : [`${cells[next]?.text ?? ''}→第`]),
    ...(mayLackDigit(year, serial) ? [`${text(serial)}→?`] : []),
    ...(/^20\d\d$/.test(year.map(({ digit }) => digit).join('')) ? [] : [`${text(year)}→20??`]),
  ];
  const parts = {
    issuer: text(issuer.cells),
    words,
    year: year.map(({ digit }) => digit).join(''),
    serial: serial.map(({ digit }) => digit).join(''),
  };
  return {
    ...parts,
    canonical: canonicalNumber(parts),
    weakest: Math.min(...telling.map(({ confidence }) => confidence)),
    doubts,
    others: telling.map(({ others }) => others),
  };
}

/** A number in the form of 35号: （issuer）words（year）第serial号. */
export function canonicalNumber({ issuer, words, year, serial }: NumberParts): string {
  return `（${issuer}）${words}（${year}）第${serial}号`;
}

/** The number that one or two lines hold, as they were read. Null when there is none, or not all of it. */
export function readNumber(...lines: readonly Pick<LineReading, 'characters'>[]): ReadNumber | null {
  return parseCells(lines.flatMap(({ characters }) => cellsOf(characters)));
}

/** Every character that tells numbers apart must be read with this confidence. */
export const sureCharacter = 0.85;

/** Whether all of a number was read surely. */
export function surelyRead({ doubts, weakest }: ReadNumber): boolean {
  return doubts.length === 0 && weakest >= sureCharacter;
}

/** The number in a text that people wrote. */
export function parseNumber(text: string): ReadNumber | null {
  return parseCells(sureCells(text));
}

/** Whether two numbers are one: zeros before the serial number do not tell them apart. */
export function sameNumber(a: NumberParts, b: NumberParts): boolean {
  return a.issuer === b.issuer && a.words === b.words && a.year === b.year && Number(a.serial) === Number(b.serial);
}

/**
 * Whether one number may be the other misread, though its reading was sure: an issuer that is in no list (像 for 豫), or words of
 * which one lacks a character of the other.
 */
export function mayBeMisread(read: ReadNumber, expected: NumberParts): boolean {
  if (read.issuer !== expected.issuer && !knownIssuer(read.issuer)) return true;
  if (read.words !== expected.words && read.words.length !== expected.words.length) return true;
  const [shown, wanted] = [read, expected].map(({ issuer, words, year, serial }) => [
    ...(issuer + words + year + serial),
  ]);
  if (shown!.length !== wanted!.length) return false;
  return shown!.every((each, i) => each === wanted![i] || (read.others[i] ?? []).includes(wanted![i]!));
}
