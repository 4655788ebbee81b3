import { digitForms, foldCharacter } from '@shenpian/plugin-sensitive-terms';

/** A text as contact patterns see it, with the way back: `starts[i]` and `ends[i]` say where character i is written. */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Chinese digits are digits only among this many in a row: 一二三 is counting, 一三八零零一三八零零零 is a number. */
const leastDigits = 5;

const digitOf = (character: string): string | null =>
  /^\d$/.test(character) ? character : (/\d/.exec(digitForms.get(character) ?? '')?.[0] ?? null);

/** Marks of addresses and numbers, which a word list skips. */
const marks: Readonly<Record<string, string>> = {
  '。': '.',
  '．': '.',
  '、': ',',
  '＋': '+',
  '➕': '+',
  '－': '-',
  '—': '-',
  '–': '-',
};

/**
 * Folds widths, case, traditional characters and signs that stand for letters as the word lists do, but keeps the ASCII marks of
 * addresses and numbers; other signs between characters are left out.
 */
export function foldContactText(written: string): FoldedText {
  const parts: { text: string; start: number; end: number }[] = [];
  for (let at = 0; at < written.length;) {
    const character = String.fromCodePoint(written.codePointAt(at) ?? 0);
    const end = at + character.length;
    const mark = marks[character] ?? character.normalize('NFKC');
    const folded = /^[!-/:-@[-`{-~]$/.test(mark) ? mark : /^\s$/u.test(character) ? ' ' : foldCharacter(character);
    for (const each of folded) parts.push({ text: each, start: at, end });
    at = end;
  }
  withDigits(parts);
  return {
    text: parts.map(({ text }) => text).join(''),
    starts: parts.flatMap(({ text, start }) => Array.from({ length: text.length }, () => start)),
    ends: parts.flatMap(({ text, end }) => Array.from({ length: text.length }, () => end)),
  };
}

/** Writes Chinese digits in long rows of digits as ASCII ones; spaces and hyphens may stand between them. */
function withDigits(parts: { text: string }[]): void {
  let row: { part: { text: string }; digit: string }[] = [];
  const close = (): void => {
    if (row.length >= leastDigits) for (const { part, digit } of row) part.text = digit;
    row = [];
  };
  for (const part of parts) {
    const digit = digitOf(part.text);
    if (digit !== null) row.push({ part, digit });
    else if (!/^[ -]$/.test(part.text)) close();
  }
  close();
}
