import { longestTerm } from '../matcher/compiled-terms.ts';
import { foldText } from '../matcher/fold-table.ts';
import { LexiconError } from './lexicon-error.ts';
import type { Lexicon, Term } from './lexicon.ts';

/** A term with the lexicon it comes from. */
export interface IndexedTerm {
  readonly lexicon: Lexicon;
  readonly term: Term;
}

/** A row of characters that the matcher looks for, and what it is good for. */
export interface Pattern {
  readonly written: string;
  readonly folded: string;
  /** The term that it is, or is a variant of. */
  owner: (IndexedTerm & { readonly variant: string | null }) | null;
  /** Terms that are none inside it. */
  excuses: ReadonlySet<Term>;
  /** `all` terms that it is a word of. */
  partOf: ReadonlySet<IndexedTerm>;
}

// Shared: a set for each of 60,000 terms that has none would be most of the memory.
const noTerms: ReadonlySet<never> = new Set<never>();

/**
 * The patterns of lexicons. A term that an earlier lexicon has too is taken from the later one, with the variants and allow
 * phrases of both.
 *
 * @throws LexiconError `neverMatches`.
 */
export function patternsOf(lexicons: readonly Lexicon[]): Pattern[] {
  const patterns = new Map<string, Pattern>();
  const owned = new Map<string, IndexedTerm>();
  const patternOf = (written: string, { id }: Lexicon): Pattern => {
    const folded = foldText(written);
    if (folded === '' || folded.length > longestTerm)
      throw new LexiconError('neverMatches', { lexicon: id, term: written });
    const pattern = patterns.get(folded) ?? { written, folded, owner: null, excuses: noTerms, partOf: noTerms };
    patterns.set(folded, pattern);
    return pattern;
  };
  const replace = (text: string, by: IndexedTerm | null): void => {
    const earlier = owned.get(foldText(text));
    if (earlier === undefined) return;
    for (const pattern of patterns.values()) {
      if (pattern.owner?.term === earlier.term) pattern.owner = by && { ...by, variant: pattern.owner.variant };
      if (pattern.excuses.has(earlier.term) && by) pattern.excuses = new Set([...pattern.excuses, by.term]);
      if (pattern.partOf.has(earlier)) pattern.partOf = new Set([...pattern.partOf].filter((each) => each !== earlier));
    }
    owned.delete(foldText(text));
  };
  for (const lexicon of lexicons) {
    for (const disabled of lexicon.disable) replace(disabled, null);
    for (const term of lexicon.terms) {
      const indexed = { lexicon, term };
      replace(term.text, indexed);
      owned.set(foldText(term.text), indexed);
      for (const word of term.all ?? []) {
        const pattern = patternOf(word, lexicon);
        pattern.partOf = new Set([...pattern.partOf, indexed]);
      }
      if (!term.all) patternOf(term.text, lexicon).owner = { ...indexed, variant: null };
      for (const variant of term.variants) patternOf(variant, lexicon).owner ??= { ...indexed, variant };
      for (const phrase of [...term.allow, ...lexicon.allow]) {
        const pattern = patternOf(phrase, lexicon);
        pattern.excuses = new Set([...pattern.excuses, term]);
      }
    }
  }
  return [...patterns.values()];
}
