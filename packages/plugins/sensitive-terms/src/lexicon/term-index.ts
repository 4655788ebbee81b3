import { compileTerms } from '../matcher/compiled-terms.ts';
import { disguiseFinder, type Disguise, type DisguisedMatch, type PictureReading } from '../matcher/disguise-finder.ts';
import { foldLine } from '../matcher/folded-line.ts';
import { homophoneFinder, type HomophoneFinder, type Readings } from '../matcher/homophone-finder.ts';
import { matcherOf, type Match } from '../matcher/matcher.ts';
import type { Lexicon, Term } from './lexicon.ts';
import { patternsOf, type IndexedTerm, type Pattern } from './term-patterns.ts';
import { findTogether, type Span } from './words-together.ts';

/** A term found in a line. */
export interface IndexedMatch extends IndexedTerm, Span {
  /** The variant that was written; null for the term itself. */
  readonly variant: string | null;
  /** What was looked for, as the lexicon writes it: the term, the variant, or the words of an `all` term. */
  readonly written: readonly string[];
  /** Where it is, a stretch for each of `written`. */
  readonly pieces: readonly Span[];
  readonly disguises: readonly Disguise[];
}

/** How an index looks for its terms. */
export interface IndexSettings {
  /** How characters are read; null: no homophones. */
  readonly readings: Readings | null;
  /** Whether homophones of all terms are looked for, not only of those that say so. */
  readonly homophones: boolean;
}

/** Terms of several lexicons in one matcher, allow phrases included. */
export interface TermIndex {
  readonly terms: readonly IndexedTerm[];
  /**
   * Terms in lines, less those inside an allow phrase of theirs: by index of the line, those without any left out. Many
   * lines in one call take a quarter of the time that a call for each takes.
   */
  find(lines: readonly string[], reading: PictureReading | null): Map<number, IndexedMatch[]>;
}

/**
 * Puts lexicons into one index.
 *
 * @throws LexiconError `neverMatches`.
 */
export function indexTerms(lexicons: readonly Lexicon[], settings: IndexSettings): TermIndex {
  const patterns = patternsOf(lexicons);
  const compiled = compileTerms(patterns.map(({ written }) => written));
  const matcher = matcherOf(compiled);
  const findDisguised = disguiseFinder(compiled);
  const findHomophones = homophonesOf(patterns, settings);
  const terms = new Set(
    patterns.flatMap(({ owner, partOf }) => [...(owner ? [owner.term] : []), ...[...partOf].map(({ term }) => term)]),
  );
  const owners = lexicons.flatMap((lexicon) => lexicon.terms.map((term) => ({ lexicon, term })));
  return {
    terms: owners.filter(({ term }) => terms.has(term)),
    find(lines, reading) {
      const text = lines.join('\n');
      const folded = foldLine(text);
      const byLine = new Map<number, Found>();
      const starts = lineStarts(lines);
      const keep = (kind: keyof Found, matches: readonly (Match | DisguisedMatch)[]): void => {
        for (const match of matches) {
          const line = firstAfter(starts, match.start);
          const found = byLine.get(line) ?? { plain: [], disguised: [], homophones: [] };
          byLine.set(line, found);
          (found[kind] as Match[]).push(moved(match, starts[line]?.start ?? 0));
        }
      };
      keep('plain', matcher.find(text));
      keep(
        'disguised',
        findDisguised(folded, reading).filter((match) => permitted(match, patterns[match.term])),
      );
      keep('homophones', findHomophones(folded));
      return new Map(
        [...byLine].flatMap(([line, { plain, disguised, homophones }]) => {
          const hits = [...plain, ...news(disguised, plain, patterns)];
          const all = [...hits, ...news(homophones, hits, patterns)];
          const owned = ownedMatches(all, { patterns, plain });
          return owned.length === 0 ? [] : [[line, owned] as const];
        }),
      );
    },
  };
}

/** What the finders say of one line, each in its order. */
interface Found {
  readonly plain: Match[];
  readonly disguised: DisguisedMatch[];
  readonly homophones: DisguisedMatch[];
}

function lineStarts(lines: readonly string[]): Span[] {
  let next = 0;
  return lines.map(({ length }) => {
    const start = next;
    next += length + 1;
    return { start, end: next };
  });
}

/** A match in a text as one in the line of it that begins at `start`. */
function moved<Found extends Match | DisguisedMatch>(match: Found, start: number): Found {
  if (start === 0) return match;
  const shift = <Place extends Span>(place: Place): Place => ({
    ...place,
    start: place.start - start,
    end: place.end - start,
  });
  const shifted = shift(match);
  return 'disguises' in shifted ? { ...shifted, disguises: shifted.disguises.map(shift) } : shifted;
}

/** Patterns whose homophones are looked for; matches are renumbered to them. */
function homophonesOf(patterns: readonly Pattern[], { readings, homophones }: IndexSettings): HomophoneFinder {
  const wanted = [...patterns.entries()].filter(([, { owner, folded }]) => {
    const asked = owner?.term.homophones ?? (homophones || owner?.lexicon.homophones === true);
    return owner !== null && asked && /^\p{Script=Han}{2,}$/u.test(folded);
  });
  if (readings === null || wanted.length === 0) return () => [];
  const find = homophoneFinder(
    wanted.map(([, { folded }]) => folded),
    readings,
  );
  return (line) => find(line).map((match) => ({ ...match, term: wanted[match.term]?.[0] ?? -1 }));
}

/** A character alone is too little to be sure of its disguise; digits for digits would make any number a term. */
function permitted({ disguises }: DisguisedMatch, pattern: Pattern | undefined): boolean {
  if (!pattern?.owner || pattern.folded.length < 2) return false;
  if (!disguises.some(({ kind }) => kind === 'digit')) return true;
  return pattern.owner.term.digits || !/^[\d零〇一二三四五六七八九十百千万]+$/.test(pattern.folded);
}

/** Those that overlap no match of the same term, neither a known one (in order of end) nor each other. */
function news<Found extends Match>(
  found: readonly Found[],
  known: readonly Match[],
  patterns: readonly Pattern[],
): Found[] {
  if (found.length === 0) return [];
  const termOf = (match: Match): Term | undefined => patterns[match.term]?.owner?.term;
  const taken = new Map<Term | undefined, Match[]>(found.map((match) => [termOf(match), []]));
  for (const match of known) taken.get(termOf(match))?.push(match);
  const lastEnd = new Map<Term | undefined, number>();
  return found
    .toSorted((a, b) => a.end - b.end || b.start - a.start)
    .filter((match) => {
      const [same, last] = [taken.get(termOf(match)) ?? [], lastEnd.get(termOf(match)) ?? 0];
      const next = same[firstAfter(same, match.start)];
      if (match.start < last || (next !== undefined && next.start < match.end)) return false;
      lastEnd.set(termOf(match), match.end);
      return true;
    });
}

/** Index of the first of the spans, which are in order of end, that ends after `place`. */
function firstAfter(spans: readonly Span[], place: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function ownedMatches(
  matches: readonly (Match | DisguisedMatch)[],
  { patterns, plain }: { readonly patterns: readonly Pattern[]; readonly plain: readonly Match[] },
): IndexedMatch[] {
  const allowed = plain.filter((match) => (patterns[match.term]?.excuses.size ?? 0) > 0);
  const longest = allowed.reduce((length, { start, end }) => Math.max(length, end - start), 0);
  const excused = (span: Span, { term }: IndexedTerm): boolean => {
    for (let at = firstAfter(allowed, span.end - 1); at < allowed.length; at++) {
      const phrase = allowed[at];
      if (!phrase || phrase.end > span.start + longest) return false;
      if (phrase.start <= span.start && patterns[phrase.term]?.excuses.has(term)) return true;
    }
    return false;
  };
  const single = matches.flatMap((match): IndexedMatch[] => {
    const pattern = patterns[match.term];
    if (!pattern?.owner || excused(match, pattern.owner)) return [];
    const { start, end } = match;
    const disguises = 'disguises' in match ? match.disguises : [];
    return [{ ...pattern.owner, written: [pattern.written], start, end, pieces: [{ start, end }], disguises }];
  });
  const words = plain.flatMap(({ term, start, end }) => {
    const pattern = patterns[term];
    return pattern && pattern.partOf.size > 0 ? [{ pattern, start, end }] : [];
  });
  const together = findTogether(words).flatMap(({ pieces, ...indexed }): IndexedMatch[] => {
    const [start, end] = [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0];
    if (pieces.some((piece) => excused(piece, indexed))) return [];
    const written = pieces.map(({ pattern }) => pattern.written);
    return [{ ...indexed, variant: null, written, start, end, pieces, disguises: [] }];
  });
  return [...single, ...together];
}
