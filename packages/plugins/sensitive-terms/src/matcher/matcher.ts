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
  scan(text: string): Match[];
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
  return { scan: (text) => scan(text, automaton, classes, symbols) };
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

function scan(text: string, automaton: Automaton, classes: Uint16Array, symbols: ReadonlyMap<string, number>): Match[] {
  const { cells, root, fail, depth, pattern, link } = automaton;
  const matches: Match[] = [];
  // Starts of the last characters that were not noise: a ring, since a match reaches back at most one term.
  const starts = new Int32Array(longest);
  let count = 0;
  let state = 0;
  const step = (symbol: number, start: number, end: number): void => {
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
    if ((cell & 1) === 0 || state === 0) return;
    for (let hit = (pattern[state] as number) >= 0 ? state : (link[state] as number); hit !== 0; hit = link[hit] as number) {
      const first = starts[(count - (depth[hit] as number)) & (longest - 1)] as number;
      matches.push({ term: pattern[hit] as number, start: first, end });
    }
  };
  for (let index = 0; index < text.length; index++) {
    const symbol = classes[text.charCodeAt(index)] as number;
    if (symbol === other) state = 0;
    else if (symbol < slow) step(symbol, index, index + 1);
    else if (symbol === slow) {
      const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
      const end = index + character.length;
      for (const part of foldCharacter(character)) {
        if (isNoise(part)) continue;
        for (let unit = 0; unit < part.length; unit++) {
          const known = symbols.get(part.charAt(unit));
          if (known === undefined) state = 0;
          else step(known, index, end);
        }
      }
      index = end - 1;
    }
  }
  return matches;
}
