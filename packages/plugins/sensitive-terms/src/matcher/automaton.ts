import { FreeSlots } from './free-slots.ts';

/**
 * An Aho–Corasick automaton in a double array. State 0 is the root; the child of state `s` for symbol `c` is `t = base(s) + c`
 * when `check(t) = s`.
 */
export interface Automaton {
  /**
   * Three cells a state, in one cache line mostly: `base << 1 | hasOutput`, `check` (-1: no state), and the state to fall back
   * to when there is no child: the longest suffix that has a child which this state has not.
   */
  readonly cells: Int32Array;
  /** Child of the root for each symbol; 0 when there is none. */
  readonly root: Int32Array;
  /** Three cells a state: the pattern that ends in it (-1 when none), its depth, and the next state up the suffixes in which a pattern ends (0 when none). */
  readonly outputs: Int32Array;
}

/**
 * Builds the automaton of distinct, non-empty patterns, each a row of symbols from 1 to `symbols`.
 *
 * States are placed breadth first, so that the hot ones near the root lie together in memory.
 */
export function buildAutomaton(patterns: readonly Uint16Array[], symbols: number): Automaton {
  const trie = growTrie(patterns);
  const slots = new FreeSlots(symbols);
  const { count, parents, families, symbolOf, depths, ends } = trie;
  const bases = new Int32Array(count);
  const states = new Int32Array(count);
  for (let node = 0; node < count; node++) {
    const [from, to] = [at(families, node), at(families, node + 1)];
    if (node > 0) states[node] = at(bases, at(parents, node)) + at(symbolOf, node);
    if (to > from) bases[node] = slots.place(symbolOf.subarray(from, to));
  }
  const size = slots.highest + symbols + 2;
  const cells = new Int32Array(size * 3);
  const outputs = new Int32Array(size * 3);
  const root = new Int32Array(symbols + 1);
  for (let state = 0; state < size; state++) {
    cells[state * 3 + 1] = -1;
    outputs[state * 3] = -1;
  }
  for (let node = 0; node < count; node++) {
    const state = at(states, node);
    cells[state * 3] = at(bases, node) << 1;
    cells[state * 3 + 1] = node === 0 ? -1 : at(states, at(parents, node));
    outputs[state * 3] = at(ends, node);
    outputs[state * 3 + 1] = at(depths, node);
    if (node > 0 && at(parents, node) === 0) root[at(symbolOf, node)] = state;
  }
  const automaton = { cells, root, outputs };
  linkSuffixes(automaton, trie, states);
  return automaton;
}

/** The trie of the patterns, its nodes numbered breadth first from the root, 0, so that siblings stand in a row. */
interface Trie {
  readonly count: number;
  /** By node: its parent; the symbol that leads to it; its depth; the pattern that ends in it, -1 when none. */
  readonly parents: Int32Array;
  readonly symbolOf: Uint16Array;
  readonly depths: Uint16Array;
  readonly ends: Int32Array;
  /** The children of node `n` are the nodes from `families[n]` to `families[n + 1] - 1`. */
  readonly families: Int32Array;
}

function growTrie(patterns: readonly Uint16Array[]): Trie {
  const sorted = Uint32Array.from(patterns.keys()).sort((a, b) => compare(at(patterns, a), at(patterns, b)));
  const most = patterns.reduce((sum, { length }) => sum + length, 1);
  const parents = new Int32Array(most);
  const symbolOf = new Uint16Array(most);
  const depths = new Uint16Array(most);
  const ends = new Int32Array(most).fill(-1);
  const families = new Int32Array(most + 1);
  // Patterns below a node: sorted[from] to sorted[to - 1].
  const froms = new Int32Array(most);
  const tos = new Int32Array(most);
  tos[0] = sorted.length;
  let count = 1;
  for (let node = 0; node < count; node++) {
    const depth = at(depths, node);
    let row = at(froms, node);
    const to = at(tos, node);
    families[node] = count;
    if (row < to && at(patterns, at(sorted, row)).length === depth) ends[node] = at(sorted, row++);
    while (row < to) {
      const symbol = at(at(patterns, at(sorted, row)), depth);
      parents[count] = node;
      symbolOf[count] = symbol;
      depths[count] = depth + 1;
      froms[count] = row;
      while (row < to && at(at(patterns, at(sorted, row)), depth) === symbol) row++;
      tos[count++] = row;
    }
  }
  families[count] = count;
  return { count, parents, symbolOf, depths, ends, families };
}

function linkSuffixes(automaton: Automaton, { count, parents, symbolOf, families }: Trie, states: Int32Array): void {
  const { cells, outputs } = automaton;
  // The longest suffix of each state; what the cells hold skips those that have no further child.
  const suffixes = new Int32Array(cells.length / 3);
  const nodes = new Int32Array(suffixes.length);
  for (let node = 0; node < count; node++) nodes[at(states, node)] = node;
  const childrenOf = (node: number): Uint16Array => symbolOf.subarray(at(families, node), at(families, node + 1));
  for (let node = 1; node < count; node++) {
    const [state, parent] = [at(states, node), at(states, at(parents, node))];
    let suffix = parent === 0 ? 0 : suffixOf(automaton, suffixes, at(suffixes, parent), at(symbolOf, node));
    if (suffix === state) suffix = 0;
    suffixes[state] = suffix;
    outputs[state * 3 + 2] = at(outputs, suffix * 3) >= 0 ? suffix : at(outputs, suffix * 3 + 2);
    if (at(outputs, state * 3) >= 0 || at(outputs, state * 3 + 2) > 0) cells[state * 3] = at(cells, state * 3) | 1;
    let fallback = suffix;
    const children = childrenOf(node);
    while (fallback !== 0 && hasAll(children, childrenOf(at(nodes, fallback)))) fallback = at(cells, fallback * 3 + 2);
    cells[state * 3 + 2] = fallback;
  }
}

/** Whether ascending `all` holds each of ascending `some`. */
function hasAll(all: Uint16Array, some: Uint16Array): boolean {
  if (some.length > all.length) return false;
  let index = 0;
  for (let nth = 0; nth < some.length; nth++) {
    const each = at(some, nth);
    while (index < all.length && at(all, index) < each) index++;
    if (all[index] !== each) return false;
  }
  return true;
}

/** The state reached from `from` by `symbol`, falling back along the suffixes. */
function suffixOf({ cells, root }: Automaton, suffixes: Int32Array, from: number, symbol: number): number {
  for (let state = from; state !== 0; state = at(suffixes, state)) {
    const next = (at(cells, state * 3) >> 1) + symbol;
    if (cells[next * 3 + 1] === state) return next;
  }
  return at(root, symbol);
}

function compare(a: Uint16Array, b: Uint16Array): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const difference = at(a, index) - at(b, index);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Element of a list whose index is known to be in range. */
function at<Element>(list: ArrayLike<Element>, index: number): Element {
  return list[index] as Element;
}
