import { characterAt, foldUnit, foldWritten } from './fold-table.ts';
import { compileTerms, longestTerm, type CompiledTerms } from './compiled-terms.ts';

/** Where a term is: `[start, end)` in UTF-16 code units of the text as given; `term` is its index in the matcher's list. */
export interface Match {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** Finds all terms, overlapping and nested ones too, whatever form and noise they are disguised in. */
export interface Matcher {
  /** Matches in order of their end, longer before shorter. */
  find(text: string): Match[];
  /** The same without an object per match: three numbers each (term, start, end). For long texts and large lists. */
  scan(text: string): Int32Array;
}

// Classes of code units; the symbols of terms are 1 and up, and all from `unseen` on need more than the walk.
const other = 0;
const unseen = 0xfffd;
const slow = 0xfffe;
const noise = 0xffff;

/**
 * Makes a matcher of terms. Terms and text are folded alike, so a term may be written in any form.
 *
 * @throws RangeError when a term has nothing but noise, is longer than 256 characters, or folds like an earlier one.
 */
export function createMatcher(terms: readonly string[]): Matcher {
  return matcherOf(compileTerms(terms));
}

/** A matcher of terms that are compiled already. */
export function matcherOf(compiled: CompiledTerms): Matcher {
  // Filled as characters turn up: a whole table takes 40 ms, a script has a few thousand different characters.
  const classes = new Uint16Array(0x1_0000).fill(unseen);
  // Starts of the last characters that were not noise: a ring, since a match reaches back at most one term.
  const starts = new Int32Array(longestTerm);
  const scanText = (text: string): Int32Array => scan(text, compiled, { classes, starts });
  return { scan: scanText, find: (text) => triples(scanText(text)) };
}

function classify(unit: number, symbols: ReadonlyMap<string, number>): number {
  const form = foldUnit(unit);
  if (form === null || form.length > 1) return slow;
  return form === '' ? noise : (symbols.get(form) ?? other);
}

const noMatches = new Int32Array(0);
// Room for matches, used again by each scan; doubled when it does not do.
let matches = new Int32Array(3 * 1024);

function scan(
  text: string,
  { automaton, symbols }: CompiledTerms,
  { classes, starts }: { readonly classes: Uint16Array; readonly starts: Int32Array },
): Int32Array {
  const { cells, root, outputs } = automaton;
  let filled = 0;
  let count = 0;
  let state = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    let symbol = classes[unit] as number;
    const start = index;
    let parts: readonly number[] | null = null;
    if (symbol >= unseen) {
      if (symbol === unseen) {
        symbol = classify(unit, symbols);
        classes[unit] = symbol;
      }
      if (symbol === noise) continue;
      if (symbol === slow) {
        const written = characterAt(text, index);
        parts = expand(written, symbols);
        index += written.length - 1;
        if (parts.length === 0) continue;
        symbol = parts[0] as number;
      }
    }
    for (let part = 1; ; part++) {
      if (symbol === other) {
        state = 0;
      } else {
        starts[count++ & (longestTerm - 1)] = start;
        let cell = 0;
        for (;;) {
          if (state === 0) {
            state = root[symbol] as number;
            cell = cells[state * 3] as number;
            break;
          }
          const own = state * 3;
          const next = ((cells[own] as number) >> 1) + symbol;
          if (cells[next * 3 + 1] === state) {
            state = next;
            cell = cells[next * 3] as number;
            break;
          }
          state = cells[own + 2] as number;
        }
        if ((cell & 1) === 1 && state !== 0) {
          for (let hit = state * 3; hit !== 0; hit = (outputs[hit + 2] as number) * 3) {
            const pattern = outputs[hit] as number;
            if (pattern < 0) continue;
            if (filled + 3 > matches.length) matches = doubled(matches);
            matches[filled] = pattern;
            matches[filled + 1] = starts[(count - (outputs[hit + 1] as number)) & (longestTerm - 1)] as number;
            matches[filled + 2] = index + 1;
            filled += 3;
          }
        }
      }
      if (parts === null || part === parts.length) break;
      symbol = parts[part] as number;
    }
  }
  return filled === 0 ? noMatches : matches.slice(0, filled);
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(values.length * 2);
  wider.set(values);
  return wider;
}

function triples(numbers: Int32Array): Match[] {
  const matches: Match[] = [];
  for (let index = 0; index < numbers.length; index += 3) {
    matches.push({
      term: numbers[index] as number,
      start: numbers[index + 1] as number,
      end: numbers[index + 2] as number,
    });
  }
  return matches;
}

/** Symbols of a character that is written as two code units or folds to several. */
function expand(written: string, symbols: ReadonlyMap<string, number>): number[] {
  return foldWritten(written)
    .split('')
    .map((unit) => symbols.get(unit) ?? other);
}
