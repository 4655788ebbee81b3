import type { DoubtfulCharacter } from '@shenpian/core';
import type { CompiledTerms } from './compiled-terms.ts';
import { digitForms } from './digit-forms.ts';
import { foldText } from './fold-table.ts';
import type { FoldedLine } from './folded-line.ts';
import { lookAlikes } from './look-alikes.ts';
import { splitCharacters } from './split-characters.ts';
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

// Steps from one place; only lines such as 一1一1一1… with terms like them need more.
const mostSteps = 2000;

/**
 * Makes a finder of terms that are compiled already. Where nothing in a line can be a disguise it costs one look at each
 * character; elsewhere the trie is walked from the places from which a term could reach the disguise.
 */
export function disguiseFinder(compiled: CompiledTerms): DisguiseFinder {
  const longest = compiled.folded.reduce((length, term) => Math.max(length, term.length), 0);
  const edgesIn = edgeFinder(compiled);
  return (line, reading) => {
    const edges = edgesIn(line, reading);
    return edges.size === 0 ? [] : walkTrie(line, edges, compiled, longest);
  };
}

function edgeFinder({ symbols }: CompiledTerms): (line: FoldedLine, reading: PictureReading | null) => Edges {
  const splits = new Map(
    [...splitCharacters()].flatMap(([first, all]) => {
      const known = all.filter(({ character }) => symbols.has(character));
      return known.length === 0 ? [] : [[first, known] as const];
    }),
  );
  const begins = new Uint8Array(0x1_0000);
  for (const first of [...splits.keys(), ...digitForms.keys()]) begins[first.charCodeAt(0)] = 1;

  return (line, reading) => {
    const { units } = line;
    const edges = new Map<number, Edge[]>();
    const add = (from: number, kind: DisguiseKind, to: number, character: string): void => {
      const symbol = symbols.get(character);
      if (symbol === undefined) return;
      const known = edges.get(from) ?? [];
      known.push({ kind, to, symbol, character });
      edges.set(from, known);
    };
    let runEnd = 0;
    for (let at = 0; at < units.length; at++) {
      const unit = units[at] as number;
      if (at >= runEnd) {
        runEnd = at + 1;
        while (units[runEnd] === unit) runEnd++;
      }
      if (runEnd > at + 1) add(at, 'repeat', runEnd, String.fromCharCode(unit));
      if (begins[unit] === 1) {
        const character = String.fromCharCode(unit);
        for (const split of splits.get(character) ?? []) {
          if (standAt(units, at, split.parts)) add(at, 'split', at + split.parts.length, split.character);
        }
        for (const form of digitForms.get(character) ?? '') add(at, 'digit', at + 1, form);
      }
      if (reading === null) continue;
      for (const alike of lookAlikes.get(String.fromCharCode(unit)) ?? '') add(at, 'lookAlike', at + 1, alike);
    }
    for (const { at, alternatives } of reading?.doubtful ?? []) {
      const from = line.starts.indexOf(at);
      if (from < 0) continue;
      for (const character of alternatives.map(({ text }) => foldText(text))) {
        if (character.charCodeAt(0) !== units[from]) add(from, 'misread', from + 1, character);
      }
    }
    return edges;
  };
}

function standAt(units: Uint16Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (units[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

function walkTrie(
  { units, starts, ends }: FoldedLine,
  edges: Edges,
  { automaton, symbols }: CompiledTerms,
  longest: number,
): DisguisedMatch[] {
  const { cells, root, pattern } = automaton;
  const found: DisguisedMatch[] = [];
  let first = 0;
  let steps = 0;

  const child = (state: number, symbol: number): number => {
    if (state === 0) return root[symbol] ?? 0;
    const next = ((cells[state * 2] as number) >> 1) + symbol;
    return cells[next * 2 + 1] === state ? next : 0;
  };
  const walk = (at: number, state: number, path: readonly Disguise[], mayEnd: boolean): void => {
    if (mayEnd && path.length > 0 && (pattern[state] as number) >= 0) {
      const [start, end] = [starts[first] as number, ends[at - 1] as number];
      found.push({ term: pattern[state] as number, start, end, disguises: path });
    }
    if (at >= units.length || ++steps > mostSteps) return;
    const symbol = symbols.get(String.fromCharCode(units[at] as number)) ?? 0;
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
      steps = 0;
      walk(first, 0, [], false);
    }
    reached = Math.max(reached, at + 1);
  }
  return found;
}
