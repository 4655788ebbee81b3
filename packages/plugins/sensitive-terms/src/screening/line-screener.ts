import type { Level } from '@shenpian/core';
import { LexiconError } from '../lexicon/lexicon-error.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { indexTerms, type IndexedMatch, type TermIndex } from '../lexicon/term-index.ts';
import { foldText } from '../matcher/fold-table.ts';
import type { LoweringReason, TermHit } from './term-hit.ts';
import { wordPlaces } from './word-boundaries.ts';

/** Finds the terms of some lexicons in single lines, without the context model. */
export interface LineScreener {
  screen(line: string, number: number): TermHit[];
}

// Longer terms are phrases: that a segmenter cuts them differently says nothing.
const longestWordChecked = 3;
// Code units in the text per character of the term: more than this is a ruled line or a gap, not a disguise.
const widestDisguise = 20;
// Either side of a match, UTF-16 units: two sentences of dialogue. A paragraph without line ends can be a whole script.
const contextReach = 60;

/**
 * Makes a screener and runs every term's examples through it.
 *
 * @throws LexiconError `neverMatches`, `missesExample`, `flagsExample`.
 */
export function createLineScreener(lexicons: readonly Lexicon[]): LineScreener {
  const index = indexTerms(lexicons);
  const screener: LineScreener = { screen: (line, number) => screenLine(line, number, index) };
  for (const { lexicon, term } of index.terms) {
    const data = { lexicon: lexicon.id, term: term.text };
    const levelsIn = (example: string): Level[] =>
      screener.screen(example, 1).flatMap((hit) => (hit.term === term.text ? [hit.level] : []));
    const missed = term.match.find((example) => levelsIn(example).length === 0);
    if (missed !== undefined) throw new LexiconError('missesExample', { ...data, example: missed });
    const flagged = term.noMatch.find((example) => levelsIn(example).some((level) => level !== 'info'));
    if (flagged !== undefined) throw new LexiconError('flagsExample', { ...data, example: flagged });
  }
  return screener;
}

function screenLine(line: string, number: number, index: TermIndex): TermHit[] {
  const matches = index.find(line).filter((match) => compact(match) && standsAlone(line, match));
  if (matches.length === 0) return [];
  const places = wordPlaces(line, matches);
  return matches.flatMap((match, at) => {
    const matched = line.slice(match.start, match.end);
    const folded = foldText(matched);
    const checked = !match.term.slang && folded.length <= longestWordChecked && /^\p{Script=Han}+$/u.test(folded);
    if (checked && places[at] === 'straddling') return [];
    const lowered: LoweringReason[] = [];
    if (checked && places[at] === 'inside') lowered.push('insideWord');
    if (joinedByPunctuation(matched)) lowered.push('acrossPunctuation');
    return [describe(match, { line, number, matched, lowered })];
  });
}

function describe(
  match: IndexedMatch,
  { line, number, matched, lowered }: { line: string; number: number; matched: string; lowered: LoweringReason[] },
): TermHit {
  const { lexicon, term, variant } = match;
  const from = Math.max(0, match.start - contextReach);
  return {
    line: number,
    column: match.start + 1,
    length: matched.length,
    context: line.slice(from, match.end + contextReach),
    contextColumn: match.start - from + 1,
    matched,
    term: term.text,
    variant,
    disguised: matched !== (variant ?? term.text),
    category: { id: lexicon.id, title: lexicon.title },
    level: lowered.reduce(lowerLevel, term.level),
    lowered,
    standards: term.standards ?? lexicon.standards,
  };
}

/** The next lower level; `info` stays. */
export function lowerLevel(level: Level): Level {
  return level === 'violation' ? 'warning' : 'info';
}

/** Whether the characters of the term are near each other. */
function compact({ term, variant, start, end }: IndexedMatch): boolean {
  return end - start <= Math.max(1, foldText(variant ?? term.text).length) * widestDisguise;
}

/** Latin letters and digits must be a whole word: AV is not in Java, and "a very" is not A V. */
function standsAlone(line: string, { start, end }: { start: number; end: number }): boolean {
  const matched = line.slice(start, end).normalize('NFKC');
  const before = line
    .slice(Math.max(0, start - 2), start)
    .normalize('NFKC')
    .at(-1);
  const after = line
    .slice(end, end + 2)
    .normalize('NFKC')
    .at(0);
  const latin = /[a-z0-9]/i;
  if (latin.test(matched.at(0) ?? '') && latin.test(before ?? '')) return false;
  if (latin.test(matched.at(-1) ?? '') && latin.test(after ?? '')) return false;
  // Spaced out on purpose means every letter; one space among letters is the space between two words.
  const spaces = matched.match(/(?<=[a-z0-9])\s+(?=[a-z0-9])/gi)?.length ?? 0;
  const joints = matched.replaceAll(/[^a-z0-9]/gi, '').length - 1;
  return spaces === 0 || (spaces === joints && joints > 1);
}

/** 他要打，赌气走了 is not 打赌; what is filled with other signs, or between all characters of a long term, is on purpose. */
function joinedByPunctuation(matched: string): boolean {
  const gaps = [...matched.matchAll(/[，。、；：！？…,;]+/gu)];
  if (gaps.length === 0 || /[*\-_+=#@&~/|.·\u200b-\u200f]/u.test(matched)) return false;
  return gaps.length < 2;
}
