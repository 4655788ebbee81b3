import type { Span } from '../lexicon/words-together.ts';
import { foldText } from '../matcher/fold-table.ts';

const latin = /^[a-z0-9]$/;

// Either side, UTF-16 units: what is repeated more often is a ruled line, and segmenting it takes time in its square.
const longestRepeat = 64;

/** The whole character before or after a place. */
function before(line: string, at: number): string {
  const pair = line.slice(Math.max(0, at - 2), at);
  return [...pair].at(-1) ?? '';
}
function after(line: string, at: number): string {
  return at < line.length ? String.fromCodePoint(line.codePointAt(at) ?? 0) : '';
}

/** The stretch with the repetitions of its first and last letter: `uck` of fffuck is fffuck's end, fuck its whole. */
export function withRepeats(line: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  const [first, last] = [foldText(after(line, start)), foldText(before(line, end))];
  const repeats = (character: string, letter: string): boolean =>
    character !== '' && letter !== '' && foldText(character) === letter;
  while (start - from < longestRepeat && repeats(before(line, from), first)) from -= before(line, from).length;
  while (to - end < longestRepeat && repeats(after(line, to), last)) to += after(line, to).length;
  return { start: from, end: to };
}

/** Latin letters and digits must be a whole word: AV is not in Java, and "a very" is not A V. */
export function standsAlone(line: string, { start, end }: Span): boolean {
  const folded = foldText(line.slice(start, end));
  if (latin.test(folded.charAt(0)) && latin.test(foldText(before(line, start)).slice(-1))) return false;
  if (latin.test(folded.slice(-1)) && latin.test(foldText(after(line, end)).charAt(0))) return false;
  // Spaced out on purpose means something between all letters; one space among letters is the space between two words.
  const matched = line.slice(start, end).normalize('NFKC');
  const gaps = matched.match(/(?<=[a-z0-9])[^a-z0-9]+(?=[a-z0-9])/gi) ?? [];
  const joints = matched.replaceAll(/[^a-z0-9]/gi, '').length - 1;
  return !gaps.some((gap) => /^\s+$/.test(gap)) || (gaps.length === joints && joints > 1);
}

/**
 * Whether the letters of a Latin word are repeated on purpose: three of a kind, or two of a kind that English does not
 * double. Otherwise "ass" would be found in "as".
 */
export function repeatedOnPurpose(written: string): boolean {
  return /([a-z])\1\1|([ahijkquvwxy])\2/.test(foldText(written));
}
