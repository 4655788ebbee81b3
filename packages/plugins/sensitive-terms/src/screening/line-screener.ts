import type { Level } from '@shenpian/core';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { indexTerms, type IndexedMatch, type IndexSettings, type TermIndex } from '../lexicon/term-index.ts';
import type { PictureReading } from '../matcher/disguise-finder.ts';
import { foldText } from '../matcher/fold-table.ts';
import { repeatedOnPurpose, standsAlone, withRepeats } from './latin-words.ts';
import { pathOf } from './path.ts';
import type { LoweringReason, PathStep, TermHit } from './term-hit.ts';
import { runExamples } from './examples.ts';
import { wordPlaces, type WordPlace } from './word-boundaries.ts';

/** Finds the terms of some lexicons in single lines, without the context model. */
export interface LineScreener {
  screen(line: string, number: number, reading?: PictureReading | null): TermHit[];
  /** The same for many lines, numbered from 1, of which nothing is known but their text: much faster. */
  screenAll(lines: readonly string[]): TermHit[];
}

/** How a screener works. */
export interface ScreenerSettings extends IndexSettings {
  /** Lexicons whose examples need not be run again. */
  readonly proven?: ReadonlySet<Lexicon>;
}

// Longer terms are phrases: that a segmenter cuts them differently says nothing.
const longestWordChecked = 3;
// Code units in the text per character of the term: more than this is a ruled line or a gap, not a disguise.
const widestDisguise = 20;
// Either side of a match, UTF-16 units: two sentences of dialogue. A paragraph without line ends can be a whole script.
const contextReach = 60;
// A look-alike that the reader did not even consider is as likely as not.
const unseenConfidence = 0.5;

/**
 * Makes a screener and runs every term's examples through it.
 *
 * @throws LexiconError `neverMatches`, `missesExample`, `flagsExample`.
 */
export function createLineScreener(
  lexicons: readonly Lexicon[],
  settings: ScreenerSettings = { readings: null, homophones: false },
): LineScreener {
  const index = indexTerms(lexicons, settings);
  const screener: LineScreener = {
    screen: (line, number, reading = null) =>
      screenLine({ line, number, reading }, index.find([line], reading).get(0) ?? []),
    screenAll: (lines) => screenLines(lines, index),
  };
  runExamples(
    index.terms.filter(({ lexicon }) => settings.proven?.has(lexicon) !== true),
    screener,
  );
  return screener;
}

// Lines are looked through together up to this length, UTF-16 units, so that a large file does not take memory in proportion.
const longestBatch = 1 << 18;

function screenLines(lines: readonly string[], index: TermIndex): TermHit[] {
  const hits: TermHit[] = [];
  let batch: string[] = [];
  let length = 0;
  lines.forEach((line, at) => {
    batch.push(line);
    length += line.length;
    if (length < longestBatch && at < lines.length - 1) return;
    const first = at + 1 - batch.length;
    for (const [place, matches] of index.find(batch, null)) {
      hits.push(...screenLine({ line: batch[place] ?? '', number: first + place + 1, reading: null }, matches));
    }
    [batch, length] = [[], 0];
  });
  return hits;
}

interface Line {
  readonly line: string;
  readonly number: number;
  readonly reading: PictureReading | null;
}

function screenLine(given: Line, found: readonly IndexedMatch[]): TermHit[] {
  const { line } = given;
  const matches = found.flatMap((match) => {
    const whole = compact(match) ? asWord(line, withMarks(line, match)) : null;
    return whole === null ? [] : [whole];
  });
  if (matches.length === 0) return [];
  const stretches = matches.flatMap((match) => [...match.pieces, ...match.disguises, withRepeats(line, match)]);
  const places = wordPlaces(line, stretches);
  let at = 0;
  return matches.flatMap((match) => {
    const placesOf = (count: number): WordPlace[] => places.slice(at, (at += count));
    const weighed = weigh(line, match, {
      pieces: placesOf(match.pieces.length),
      disguises: placesOf(match.disguises.length),
      repeated: placesOf(1)[0] ?? 'straddling',
    });
    return weighed === null ? [] : [describe(weighed.match, given, weighed.lowered)];
  });
}

/** With the accents and selectors that stand after its last character: they are part of it. */
function withMarks(line: string, match: IndexedMatch): IndexedMatch {
  const marks = /^\p{M}+/u.exec(line.slice(match.end, match.end + contextReach))?.[0].length ?? 0;
  if (marks === 0) return match;
  const end = match.end + marks;
  return { ...match, end, pieces: match.pieces.map((piece) => (piece.end === match.end ? { ...piece, end } : piece)) };
}

/** A Latin term as the whole word that it must be, with the repetitions at its ends; null when it is part of another word. */
function asWord(line: string, match: IndexedMatch): IndexedMatch | null {
  const letters = match.disguises.filter(({ kind, to }) => kind === 'repeat' && /^[a-z0-9]$/.test(to));
  if (letters.some(({ to }) => /\d/.test(to))) return null;
  const latinEnds =
    match.pieces.length === 1 && /^[a-z].*[a-z]$|^[a-z]$/.test(foldText(line.slice(match.start, match.end)));
  const piece = latinEnds ? withRepeats(line, match) : match;
  const grown = piece.start < match.start || piece.end > match.end;
  if ((grown || letters.length > 0) && latinEnds && !repeatedOnPurpose(line.slice(piece.start, piece.end))) return null;
  if (!grown) return match.pieces.every((each) => standsAlone(line, each)) ? match : null;
  if (!standsAlone(line, piece)) return null;
  return { ...match, ...piece, pieces: [piece], disguises: [...match.disguises, ...endRepeats(line, match, piece)] };
}

function endRepeats(
  line: string,
  inner: IndexedMatch,
  outer: { readonly start: number; readonly end: number },
): IndexedMatch['disguises'] {
  const folded = foldText(line.slice(inner.start, inner.end));
  const ends = [
    { kind: 'repeat', start: outer.start, end: inner.start, to: folded.slice(0, 1) },
    { kind: 'repeat', start: inner.end, end: outer.end, to: folded.slice(-1) },
  ] as const;
  return ends.filter(({ start, end }) => end > start);
}

interface Places {
  readonly pieces: readonly WordPlace[];
  readonly disguises: readonly WordPlace[];
  /** Of the match with the repetitions of its first and last character. */
  readonly repeated: WordPlace;
}

/** What the words of the line and the disguise say: the match and why it counts less, or null when it is none. */
function weigh(
  line: string,
  match: IndexedMatch,
  places: Places,
): { match: IndexedMatch; lowered: LoweringReason[] } | null {
  const { term, disguises, pieces, written } = match;
  const checked = (index: number): boolean => {
    const folded = foldText(written[index] ?? '');
    return !term.slang && folded.length <= longestWordChecked && isHan(folded);
  };
  if (pieces.some((_, index) => checked(index) && places.pieces[index] === 'straddling')) return null;
  const has = (...kinds: readonly string[]): boolean => disguises.some(({ kind }) => kinds.includes(kind));
  // 妈妈 in 他妈妈的 is a word, no repetition.
  const natural = disguises.some(
    ({ kind, start, end, to }, index) =>
      kind === 'repeat' && end - start <= 2 && isHan(to) && places.disguises[index] === 'word',
  );
  const split = pieces.some(({ start, end }) => joinedByPunctuation(line.slice(start, end)));
  if (natural || (has('homophone', 'lookAlike') && places.pieces[0] === 'word') || (has('homophone') && split))
    return null;
  const lowered: LoweringReason[] = [];
  if (pieces.some((_, index) => checked(index) && places.pieces[index] === 'inside')) lowered.push('insideWord');
  if (split) lowered.push('acrossPunctuation');
  if (disguises.some(({ kind }, index) => kind === 'split' && places.disguises[index] === 'word'))
    lowered.push('ordinaryWord');
  if (has('homophone')) lowered.push('homophone');
  if (has('misread', 'lookAlike')) lowered.push('misread');
  const whole = ['word', 'aligned'].includes(places.pieces[0] ?? '') && ['word', 'aligned'].includes(places.repeated);
  return { match: pieces.length === 1 && whole ? withEnds(line, match) : match, lowered };
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}

/** 赌赌博博 as a whole instead of the 赌博 inside it. */
function withEnds(line: string, match: IndexedMatch): IndexedMatch {
  const outer = withRepeats(line, match);
  const repeats = endRepeats(line, match, outer);
  return repeats.length === 0
    ? match
    : { ...match, ...outer, pieces: [outer], disguises: [...match.disguises, ...repeats] };
}

function describe(match: IndexedMatch, { line, number, reading }: Line, lowered: readonly LoweringReason[]): TermHit {
  const { lexicon, term, variant } = match;
  const from = Math.max(0, match.start - contextReach);
  const matched = line.slice(match.start, match.end);
  const doubtful = doubts(match, reading);
  const path = [...pathOf(line, match), ...doubtful.steps];
  return {
    line: number,
    column: match.start + 1,
    length: matched.length,
    lengthInNextLine: 0,
    context: line.slice(from, match.end + contextReach),
    contextColumn: match.start - from + 1,
    matched,
    term: term.text,
    variant,
    folded: match.written.map(foldText).join(' '),
    disguised: path.some(({ kind }) => !['variant', 'distance', 'doubtful'].includes(kind)),
    path,
    confidence: doubtful.confidence,
    category: term.category === undefined ? { id: lexicon.id, title: lexicon.title } : namedCategory(term.category),
    level: lowered.reduce(loweredBy, term.level),
    lowered,
    standards: term.standards ?? lexicon.standards,
  };
}

function namedCategory(name: string): TermHit['category'] {
  return { id: name, title: { 'zh-CN': name, en: name } };
}

/** The characters of a match that the reader of the picture was not sure of. */
function doubts(
  { start, end, disguises }: IndexedMatch,
  reading: PictureReading | null,
): { steps: PathStep[]; confidence: number } {
  const steps: PathStep[] = [];
  let confidence = disguises.some(({ kind }) => kind === 'lookAlike') ? unseenConfidence : 1;
  for (const { at, confidence: sure, alternatives } of reading?.doubtful ?? []) {
    if (at < start || at >= end) continue;
    const misread = disguises.find((each) => each.kind === 'misread' && each.start === at);
    const other = misread && alternatives.find(({ text }) => foldText(text) === misread.to);
    confidence = Math.min(confidence, other?.confidence ?? sure);
    if (misread === undefined) steps.push({ kind: 'doubtful', from: String(Math.round(sure * 100)), to: '' });
  }
  return { steps, confidence };
}

function loweredBy(level: Level, reason: LoweringReason): Level {
  return ['homophone', 'misread', 'ordinaryWord'].includes(reason) ? 'info' : lowerLevel(level);
}

/** The next lower level; `info` stays. */
export function lowerLevel(level: Level): Level {
  return level === 'violation' ? 'warning' : 'info';
}

/** Whether the characters of each word are near each other. */
function compact({ written, pieces }: IndexedMatch): boolean {
  return pieces.every(
    ({ start, end }, index) => end - start <= Math.max(1, foldText(written[index] ?? '').length) * widestDisguise,
  );
}

/** 他要打，赌气走了 is not 打赌; what is filled with other signs, or between all characters of a long term, is on purpose. */
function joinedByPunctuation(matched: string): boolean {
  const gaps = [...matched.matchAll(/[，。、；：！？…,;]+/gu)];
  if (gaps.length === 0 || /[*\-_+=#@&~/|.·\u200b-\u200f]/u.test(matched)) return false;
  return gaps.length < 2;
}
