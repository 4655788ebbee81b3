import { buildAutomaton } from './automaton.ts';
import type { Disguise, DisguisedMatch } from './disguise-finder.ts';
import type { FoldedLine } from './folded-line.ts';

/** How Chinese characters are read, without tones: `du`. */
export interface Readings {
  /** One syllable a character, as read in this word. */
  ofWord(word: string): readonly string[];
  /** All readings of a character. */
  ofCharacter(character: string): readonly string[];
}

/** Loads pinyin-pro (120 ms), which only homophones need. */
export async function loadReadings(): Promise<Readings> {
  const { pinyin } = await import('pinyin-pro');
  return {
    ofWord: (word) => pinyin(word, { toneType: 'none', type: 'array', v: true }),
    ofCharacter: (character) => pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }),
  };
}

/** Finds words that sound like a term and are written with other characters. */
export type HomophoneFinder = (line: FoldedLine) => DisguisedMatch[];

// Readings of a syllable that a term has; more than this no character has.
const none: readonly number[] = [];

/** Makes a finder of terms, which are made of Chinese characters only and folded; matches name them by their index. */
export function homophoneFinder(terms: readonly string[], readings: Readings): HomophoneFinder {
  const syllables = new Map<string, number>();
  const byReading = new Map<string, number[]>();
  const patterns: Uint16Array[] = [];
  terms.forEach((term, index) => {
    const read = readings.ofWord(term);
    const key = read.join(' ');
    const alike = byReading.get(key);
    if (alike) {
      alike.push(index);
      return;
    }
    byReading.set(key, [index]);
    for (const syllable of read) syllables.set(syllable, syllables.get(syllable) ?? syllables.size + 1);
    patterns.push(Uint16Array.from(read, (syllable) => syllables.get(syllable) ?? 0));
  });
  const { cells, root, outputs } = buildAutomaton(patterns, syllables.size);
  const groups = [...byReading.values()];
  const known = new Map<number, readonly number[]>();
  const symbolsOf = (unit: number): readonly number[] => {
    let symbols = known.get(unit);
    if (symbols === undefined) {
      // Beyond 一 to 鿿 nothing is read as a syllable of a term: letters read as themselves, surrogates as nothing.
      symbols =
        unit < 0x4e00 || unit > 0x9fff
          ? none
          : readings.ofCharacter(String.fromCharCode(unit)).flatMap((each) => syllables.get(each) ?? []);
      known.set(unit, symbols);
    }
    return symbols;
  };

  return (line) => {
    const { units, starts, ends, length } = line;
    const found: DisguisedMatch[] = [];
    const emit = (first: number, end: number, group: number): void => {
      for (const term of groups[group] ?? none) {
        const wanted = terms[term] ?? '';
        const disguises: Disguise[] = [];
        for (let at = first; at < end; at++) {
          const to = wanted.charAt(at - first);
          if (units[at] === to.charCodeAt(0)) continue;
          disguises.push({ kind: 'homophone', start: starts[at] as number, end: ends[at] as number, to });
        }
        if (disguises.length === 0) continue;
        found.push({ term, start: starts[first] as number, end: ends[end - 1] as number, disguises });
      }
    };
    const walk = (first: number, at: number, state: number): void => {
      if (state !== 0 && (outputs[state * 3] as number) >= 0) emit(first, at, outputs[state * 3] as number);
      if (at >= length) return;
      for (const symbol of symbolsOf(units[at] as number)) {
        const next = state === 0 ? (root[symbol] ?? 0) : ((cells[state * 3] as number) >> 1) + symbol;
        if (next !== 0 && (state === 0 || cells[next * 3 + 1] === state)) walk(first, at + 1, next);
      }
    };
    for (let first = 0; first < length; first++) walk(first, first, 0);
    return found;
  };
}
