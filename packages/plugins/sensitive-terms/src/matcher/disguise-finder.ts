import type { DoubtfulCharacter } from '@shenpian/core';
import type { CompiledTerms } from './compiled-terms.ts';
import { digitForms } from './digit-forms.ts';
import { foldText } from './fold-table.ts';
import type { FoldedLine } from './folded-line.ts';
import { lookAlikes } from './look-alikes.ts';
import { splitCharacters, type SplitCharacter } from './split-characters.ts';
import type { Match } from './matcher.ts';

/** How a character of a term is written when not as itself. */
export type DisguiseKind = 'repeat' | 'split' | 'digit' | 'homophone' | 'misread' | 'lookAlike';

/** A stretch `[start, end)` of the line that stands for one character `to`. */
export interface Disguise {
  readonly kind: DisguiseKind;
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

/** A term found in a line with at least one character disguised. */
export interface DisguisedMatch extends Match {
  readonly disguises: readonly Disguise[];
}

/** What is known of a line that was read from a picture. */
export interface PictureReading {
  readonly doubtful: readonly DoubtfulCharacter[];
}

/** Finds terms some characters of which are repeated, split into their parts, other digits, or misread. */
export type DisguiseFinder = (line: FoldedLine, reading: PictureReading | null) => DisguisedMatch[];

interface Edge {
  readonly kind: DisguiseKind;
  /** Position after the stretch. */
  readonly to: number;
  readonly symbol: number;
  readonly character: string;
}

type Edges = ReadonlyMap<number, readonly Edge[]>;

const none: readonly Disguise[] = [];
// Steps from one place; only lines such as 一1一1一1… with terms like them need more.
const mostSteps = 2000;

/**
 * Makes a finder of terms that are compiled already. Where nothing in a line can be a disguise it costs one look at each
 * character; elsewhere the trie is walked from the places from which a term could reach the disguise.
 */
export function disguiseFinder(compiled: CompiledTerms): DisguiseFinder {
  const longest = compiled.folded.reduce((length, term) => Math.max(length, term.length), 0);
  const edgesIn = edgeFinder(compiled);
  const neighbours = neighboursOf(compiled);
  return (line, reading) => {
    const edges = likely(edgesIn(line, reading), line, compiled, neighbours);
    return edges.size === 0 ? [] : walkTrie(line, edges, compiled, longest);
  };
}

/** Pairs of symbols that stand next to each other in a term. */
function neighboursOf({ folded, symbolOf }: CompiledTerms): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (const term of folded) {
    for (let at = 1; at < term.length; at++) {
      pairs.add(pairOf(symbolOf[term.charCodeAt(at - 1)] as number, symbolOf[term.charCodeAt(at)] as number));
    }
  }
  return pairs;
}

/** Edges that have a neighbour with which they stand in some term, or another edge that may be it: one in ten. */
function likely(edges: Edges, line: FoldedLine, { symbolOf }: CompiledTerms, neighbours: ReadonlySet<number>): Edges {
  if (edges.size === 0) return edges;
  const symbolAt = (at: number): number =>
    at < 0 || at >= line.length ? 0 : (symbolOf[line.units[at] as number] as number);
  const ends = new Set<number>();
  for (const all of edges.values()) for (const { to } of all) ends.add(to);
  const kept = new Map<number, Edge[]>();
  for (const [from, all] of edges) {
    const before = symbolAt(from - 1);
    const some = all.filter(
      ({ to, symbol }) =>
        neighbours.has(pairOf(before, symbol)) ||
        neighbours.has(pairOf(symbol, symbolAt(to))) ||
        ends.has(from) ||
        edges.has(to),
    );
    if (some.length > 0) kept.set(from, some);
  }
  return kept;
}

function edgeFinder({ symbols }: CompiledTerms): (line: FoldedLine, reading: PictureReading | null) => Edges {
  const known = (character: string): boolean => symbols.has(character);
  // By their first two parts: by the first alone a common one such as 口 has a hundred.
  const splits = new Map<number, SplitCharacter[]>();
  for (const split of splitCharacters(known)) {
    const pair = pairOf(split.parts.charCodeAt(0), split.parts.charCodeAt(1));
    splits.set(pair, [...(splits.get(pair) ?? []), split]);
  }
  const digits = new Map(
    [...digitForms].map(([digit, forms]) => [digit.charCodeAt(0), [...forms].filter(known)] as const),
  );
  const [begins, isDigit] = [new Uint8Array(0x1_0000), new Uint8Array(0x1_0000)];
  for (const pair of splits.keys()) begins[pair >>> 16] = 1;
  for (const [digit, forms] of digits) if (forms.length > 0) isDigit[digit] = 1;

  return (line, reading) => {
    const { units, length } = line;
    const edges = new Map<number, Edge[]>();
    const add = (from: number, kind: DisguiseKind, to: number, character: string): void => {
      const symbol = symbols.get(character);
      if (symbol === undefined) return;
      const known = edges.get(from) ?? [];
      known.push({ kind, to, symbol, character });
      edges.set(from, known);
    };
    let runEnd = 0;
    for (let at = 0; at < length; at++) {
      const unit = units[at] as number;
      if (at >= runEnd) {
        runEnd = at + 1;
        while (runEnd < length && units[runEnd] === unit) runEnd++;
      }
      if (runEnd > at + 1) add(at, 'repeat', runEnd, String.fromCharCode(unit));
      if (begins[unit] === 1 && at + 1 < length) {
        for (const split of splits.get(pairOf(unit, units[at + 1] as number)) ?? []) {
          if (standAt(line, at, split.parts)) add(at, 'split', at + split.parts.length, split.character);
        }
      }
      if (isDigit[unit] === 1) for (const form of digits.get(unit) ?? []) add(at, 'digit', at + 1, form);
      if (reading === null) continue;
      for (const alike of lookAlikes.get(String.fromCharCode(unit)) ?? '') add(at, 'lookAlike', at + 1, alike);
    }
    for (const { at, alternatives } of reading?.doubtful ?? []) {
      const from = line.starts.subarray(0, length).indexOf(at);
      if (from < 0) continue;
      for (const character of alternatives.map(({ text }) => foldText(text))) {
        if (character.charCodeAt(0) !== units[from]) add(from, 'misread', from + 1, character);
      }
    }
    return edges;
  };
}

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

function standAt({ units, length }: FoldedLine, at: number, text: string): boolean {
  if (at + text.length > length) return false;
  for (let index = 0; index < text.length; index++) {
    if (units[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

function walkTrie(
  { units, starts, ends, length }: FoldedLine,
  edges: Edges,
  { automaton, symbolOf }: CompiledTerms,
  longest: number,
): DisguisedMatch[] {
  const { cells, root, outputs } = automaton;
  const found: DisguisedMatch[] = [];
  let first = 0;
  let steps = 0;

  const child = (state: number, symbol: number): number => {
    if (state === 0) return root[symbol] ?? 0;
    const next = ((cells[state * 3] as number) >> 1) + symbol;
    return cells[next * 3 + 1] === state ? next : 0;
  };
  const walk = (at: number, state: number, path: readonly Disguise[], mayEnd: boolean): void => {
    if (mayEnd && path.length > 0 && (outputs[state * 3] as number) >= 0) {
      const [start, end] = [starts[first] as number, ends[at - 1] as number];
      found.push({ term: outputs[state * 3] as number, start, end, disguises: path });
    }
    if (at >= length || ++steps > mostSteps) return;
    const symbol = symbolOf[units[at] as number] as number;
    const plain = symbol === 0 ? 0 : child(state, symbol);
    if (plain !== 0) walk(at + 1, plain, path, true);
    for (const edge of edges.get(at) ?? []) {
      // At its ends a term needs no repetition: one of the characters will do.
      if (edge.kind === 'repeat' && state === 0) continue;
      const next = child(state, edge.symbol);
      if (next === 0) continue;
      const [start, end] = [starts[at] as number, ends[edge.to - 1] as number];
      const { kind, character: to } = edge;
      walk(edge.to, next, [...path, { kind, start, end, to }], kind !== 'repeat');
    }
  };

  let reached = 0;
  for (const at of [...edges.keys()].sort((a, b) => a - b)) {
    for (first = Math.max(reached, at - longest + 1); first <= at; first++) {
      // No term begins here, and no disguise.
      if (root[symbolOf[units[first] as number] as number] === 0 && !edges.has(first)) continue;
      steps = 0;
      walk(first, 0, none, false);
    }
    reached = Math.max(reached, at + 1);
  }
  return found;
}
