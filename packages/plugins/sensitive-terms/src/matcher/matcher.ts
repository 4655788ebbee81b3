import { buildAutomaton, type Automaton } from './automaton.ts';
import { foldCharacter, foldedUnits, foldText, isNoise } from './fold-table.ts';

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

// Classes of code units; the symbols of terms are 1 and up.
const other = 0;
const noise = 0xffff;
const slow = 0xfffe;
const longest = 256;

/**
 * Makes a matcher of terms. Terms and text are folded alike, so a term may be written in any form.
 *
 * @throws RangeError when a term has nothing but noise, is longer than 256 characters, or folds like an earlier one.
 */
export function createMatcher(terms: readonly string[]): Matcher {
  const folded = terms.map(foldText);
  checkTerms(terms, folded);
  const symbols = numberSymbols(folded);
  const patterns = folded.map((term) => Uint16Array.from(term.split(''), (unit) => symbols.get(unit) ?? 0));
  const automaton = buildAutomaton(patterns, symbols.size);
  const classes = classify(symbols);
  const scanText = (text: string): Int32Array => scan(text, automaton, classes, symbols);
  return { scan: scanText, find: (text) => triples(scanText(text)) };
}

function checkTerms(terms: readonly string[], folded: readonly string[]): void {
  const seen = new Map<string, string>();
  folded.forEach((form, index) => {
    const term = terms[index] ?? '';
    const earlier = seen.get(form);
    if (form === '' || form.length > longest) throw new RangeError(`term cannot match: "${term}"`);
    if (earlier !== undefined) throw new RangeError(`terms fold to the same form: "${earlier}", "${term}"`);
    seen.set(form, term);
  });
}

/** Frequent code units get the low numbers, which packs the double array. */
function numberSymbols(folded: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of folded) for (const unit of term.split('')) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(ordered.map(([unit], index) => [unit, index + 1]));
}

function classify(symbols: ReadonlyMap<string, number>): Uint16Array {
  return Uint16Array.from(foldedUnits(), (form, unit) => {
    if (unit >= 0xd800 && unit < 0xe000) return slow;
    if (form.length !== 1) return slow;
    return symbols.get(form) ?? (isNoise(form) ? noise : other);
  });
}

function scan(
  text: string,
  automaton: Automaton,
  classes: Uint16Array,
  symbols: ReadonlyMap<string, number>,
): Int32Array {
  const { cells, root, fail, depth, pattern, link } = automaton;
  let matches = new Int32Array(192);
  let filled = 0;
  // Starts of the last characters that were not noise: a ring, since a match reaches back at most one term.
  const starts = new Int32Array(longest);
  let count = 0;
  let state = 0;
  for (let index = 0; index < text.length; index++) {
    let symbol = classes[text.charCodeAt(index)] as number;
    if (symbol === noise) continue;
    const start = index;
    let parts: readonly number[] | null = null;
    if (symbol === slow) {
      const character = String.fromCodePoint(text.codePointAt(index) as number);
      parts = expand(character, symbols);
      index += character.length - 1;
      if (parts.length === 0) continue;
      symbol = parts[0] as number;
    }
    for (let part = 1; ; part++) {
      if (symbol === other) {
        state = 0;
      } else {
        starts[count++ & (longest - 1)] = start;
        let cell = 0;
        for (;;) {
          if (state === 0) {
            state = root[symbol] as number;
            cell = cells[state * 2] as number;
            break;
          }
          const next = ((cells[state * 2] as number) >> 1) + symbol;
          if (cells[next * 2 + 1] === state) {
            state = next;
            cell = cells[next * 2] as number;
            break;
          }
          state = fail[state] as number;
        }
        if ((cell & 1) === 1 && state !== 0) {
          let hit = (pattern[state] as number) >= 0 ? state : (link[state] as number);
          for (; hit !== 0; hit = link[hit] as number) {
            const first = starts[(count - (depth[hit] as number)) & (longest - 1)] as number;
            if (filled === matches.length) matches = doubled(matches);
            matches[filled++] = pattern[hit] as number;
            matches[filled++] = first;
            matches[filled++] = index + 1;
          }
        }
      }
      if (parts === null || part === parts.length) break;
      symbol = parts[part] as number;
    }
  }
  return matches.subarray(0, filled);
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(values.length * 2);
  wider.set(values);
  return wider;
}

function triples(numbers: Int32Array): Match[] {
  const matches: Match[] = [];
  for (let index = 0; index < numbers.length; index += 3) {
    const [term = 0, start = 0, end = 0] = numbers.subarray(index, index + 3);
    matches.push({ term, start, end });
  }
  return matches;
}

/** Symbols of a character that folds to none or several code units. */
function expand(character: string, symbols: ReadonlyMap<string, number>): number[] {
  const expansion: number[] = [];
  for (const part of foldCharacter(character)) {
    if (isNoise(part)) continue;
    for (const unit of part.split('')) expansion.push(symbols.get(unit) ?? other);
  }
  return expansion;
}
