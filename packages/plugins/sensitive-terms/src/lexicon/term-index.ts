import { foldText } from '../matcher/fold-table.ts';
import { createMatcher, type Match, type Matcher } from '../matcher/matcher.ts';
import { LexiconError } from './lexicon-error.ts';
import type { Lexicon, Term } from './lexicon.ts';

/** A term with the lexicon it comes from. */
export interface IndexedTerm {
  readonly lexicon: Lexicon;
  readonly term: Term;
}

/** A term found in a line; `variant` is the variant that was written, null for the term itself. */
export interface IndexedMatch extends IndexedTerm {
  readonly variant: string | null;
  readonly start: number;
  readonly end: number;
}

/** Terms of several lexicons in one matcher, allow phrases included. */
export interface TermIndex {
  readonly terms: readonly IndexedTerm[];
  /** Terms in one line, less those inside an allow phrase of theirs. */
  find(line: string): IndexedMatch[];
}

interface Pattern {
  readonly written: string;
  owner: (IndexedTerm & { readonly variant: string | null }) | null;
  readonly excuses: Set<Term>;
}

/**
 * Puts lexicons into one index. A term that an earlier lexicon has too is taken from the later one.
 *
 * @throws LexiconError `neverMatches`.
 */
export function indexTerms(lexicons: readonly Lexicon[]): TermIndex {
  const patterns = new Map<string, Pattern>();
  const patternOf = (written: string, lexicon: Lexicon): Pattern => {
    const folded = foldText(written);
    if (folded === '' || folded.length > 256) {
      throw new LexiconError('neverMatches', { lexicon: lexicon.id, term: written });
    }
    const pattern = patterns.get(folded) ?? { written, owner: null, excuses: new Set<Term>() };
    patterns.set(folded, pattern);
    return pattern;
  };
  for (const lexicon of lexicons) {
    for (const disabled of lexicon.disable) {
      for (const pattern of patterns.values()) {
        if (pattern.owner && foldText(pattern.owner.term.text) === foldText(disabled)) pattern.owner = null;
      }
    }
    for (const term of lexicon.terms) {
      patternOf(term.text, lexicon).owner = { lexicon, term, variant: null };
      for (const variant of term.variants) patternOf(variant, lexicon).owner ??= { lexicon, term, variant };
      for (const phrase of [...term.allow, ...lexicon.allow]) patternOf(phrase, lexicon).excuses.add(term);
    }
  }
  const list = [...patterns.values()];
  const matcher = createMatcher(list.map(({ written }) => written));
  const owners = list.flatMap(({ owner }) => (owner?.variant === null ? [owner] : []));
  return { terms: owners, find: (line) => findTerms(line, matcher, list) };
}

function findTerms(line: string, matcher: Matcher, patterns: readonly Pattern[]): IndexedMatch[] {
  const matches = matcher.find(line);
  const allowed = matches.filter((match) => (patterns[match.term]?.excuses.size ?? 0) > 0);
  const longest = allowed.reduce((length, { start, end }) => Math.max(length, end - start), 0);
  let nearest = 0;
  return matches.flatMap((match) => {
    // Both lists are in order of their end, so the spans that could cover this match come one after the other.
    while ((allowed[nearest]?.end ?? Infinity) < match.end) nearest += 1;
    const owner = patterns[match.term]?.owner;
    if (!owner) return [];
    for (let at = nearest; at < allowed.length; at++) {
      const span = allowed[at];
      if (!span || span.end > match.start + longest) break;
      if (covers(span, match) && patterns[span.term]?.excuses.has(owner.term)) return [];
    }
    return [{ ...owner, start: match.start, end: match.end }];
  });
}

function covers(outer: Match, inner: Match): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}
