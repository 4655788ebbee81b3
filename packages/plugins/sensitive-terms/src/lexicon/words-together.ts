import { foldText } from '../matcher/fold-table.ts';
import type { IndexedTerm, Pattern } from './term-patterns.ts';

/** A stretch of a line in UTF-16 code units, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word of an `all` term in a line. */
export interface FoundWord extends Span {
  readonly pattern: Pattern;
}

/** The words of an `all` term, near enough to each other. */
export interface WordsTogether extends IndexedTerm {
  /** In order. */
  readonly pieces: readonly FoundWord[];
}

/** Finds the `all` terms whose words stand together: between each word and the next at most `within` characters, in any order. */
export function findTogether(words: readonly FoundWord[]): WordsTogether[] {
  const byTerm = new Map<IndexedTerm, FoundWord[]>();
  for (const hit of words) {
    for (const term of hit.pattern.partOf) {
      const known = byTerm.get(term) ?? [];
      known.push(hit);
      byTerm.set(term, known);
    }
  }
  return [...byTerm].flatMap(([indexed, all]) => {
    const wanted = new Set(indexed.term.all?.map(foldText)).size;
    const sorted = all.toSorted((a, b) => a.start - b.start || b.end - a.end);
    const found: WordsTogether[] = [];
    for (let first = 0; first < sorted.length; first++) {
      const last = found.at(-1)?.pieces.at(-1);
      if (last && (sorted[first]?.start ?? 0) < last.end) continue;
      const pieces = gather(sorted, first, indexed.term.within ?? 0);
      if (new Set(pieces.map(({ pattern }) => pattern)).size === wanted) found.push({ ...indexed, pieces });
    }
    return found;
  });
}

/** The nearest further words, each once, as long as none is too far from the one before. */
function gather(sorted: readonly FoundWord[], first: number, within: number): FoundWord[] {
  const pieces: FoundWord[] = [];
  for (let at = first; at < sorted.length; at++) {
    const hit = sorted[at] as FoundWord;
    const last = pieces.at(-1);
    if (last && hit.start - last.end > within) break;
    if (last && hit.start < last.end) continue;
    // The same word again: the later one is nearer to what follows.
    if (pieces.length === 1 && last?.pattern === hit.pattern) pieces.pop();
    if (!pieces.some(({ pattern }) => pattern === hit.pattern)) pieces.push(hit);
  }
  return pieces;
}
