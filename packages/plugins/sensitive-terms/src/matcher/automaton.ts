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
  const { nodes, slots } = placeTrie(patterns, symbols);
  const size = slots.highest + symbols + 2;
  const cells = new Int32Array(size * 3);
  const outputs = new Int32Array(size * 3);
  const root = new Int32Array(symbols + 1);
  for (let state = 0; state < size; state++) {
    cells[state * 3 + 1] = -1;
    outputs[state * 3] = -1;
  }
  for (const node of nodes) {
    cells[node.state * 3] = node.base << 1;
    cells[node.state * 3 + 1] = node.parent;
    outputs[node.state * 3] = node.pattern;
    outputs[node.state * 3 + 1] = node.depth;
    if (node.parent === 0) root[node.symbol] = node.state;
  }
  const states = { cells, root, outputs };
  linkSuffixes(states, nodes);
  return states;
}

interface TrieNode {
  readonly state: number;
  /** -1 for the root. */
  readonly parent: number;
  readonly symbol: number;
  readonly depth: number;
  /** Patterns below this node: sorted[from] to sorted[to - 1]. */
  readonly from: number;
  readonly to: number;
  /** Symbols of its children. */
  children: readonly number[];
  base: number;
  pattern: number;
}

const childless: readonly number[] = [];

function placeTrie(patterns: readonly Uint16Array[], symbols: number): { nodes: TrieNode[]; slots: FreeSlots } {
  const sorted = patterns.toSorted(compare);
  const indexes = new Map(patterns.map((pattern, index) => [pattern, index]));
  const slots = new FreeSlots(symbols);
  const node = (state: number, parent: number, symbol: number, depth: number, from: number, to: number): TrieNode => ({
    state,
    parent,
    symbol,
    depth,
    from,
    to,
    children: childless,
    base: 0,
    pattern: -1,
  });
  const nodes: TrieNode[] = [node(0, -1, 0, 0, 0, sorted.length)];
  // `nodes` grows while it is walked: it is the queue of the breadth-first order.
  for (const parent of nodes) {
    const { depth } = parent;
    let row = parent.from;
    if (row < parent.to && at(sorted, row).length === depth) parent.pattern = indexes.get(at(sorted, row++)) ?? -1;
    const children: number[] = [];
    const starts: number[] = [];
    while (row < parent.to) {
      const symbol = at(at(sorted, row), depth);
      children.push(symbol);
      starts.push(row);
      while (row < parent.to && at(at(sorted, row), depth) === symbol) row++;
    }
    if (children.length === 0) continue;
    parent.children = children;
    parent.base = slots.place(children);
    children.forEach((symbol, index) => {
      const to = starts[index + 1] ?? parent.to;
      nodes.push(node(parent.base + symbol, parent.state, symbol, depth + 1, at(starts, index), to));
    });
  }
  return { nodes, slots };
}

function linkSuffixes(states: Automaton, nodes: readonly TrieNode[]): void {
  const { cells, outputs } = states;
  const byState = new Map(nodes.map((node) => [node.state, node]));
  // The longest suffix of each state; what the cells hold skips those that have no further child.
  const suffixes = new Int32Array(cells.length / 3);
  for (const { state, parent, symbol, children } of nodes) {
    if (parent < 0) continue;
    let suffix = parent === 0 ? 0 : suffixOf(states, suffixes, at(suffixes, parent), symbol);
    if (suffix === state) suffix = 0;
    suffixes[state] = suffix;
    outputs[state * 3 + 2] = at(outputs, suffix * 3) >= 0 ? suffix : at(outputs, suffix * 3 + 2);
    if (at(outputs, state * 3) >= 0 || at(outputs, state * 3 + 2) > 0) cells[state * 3] = at(cells, state * 3) | 1;
    let fallback = suffix;
    while (fallback !== 0 && hasAll(children, byState.get(fallback)?.children ?? childless))
      fallback = at(cells, fallback * 3 + 2);
    cells[state * 3 + 2] = fallback;
  }
}

/** Whether ascending `all` holds each of ascending `some`. */
function hasAll(all: readonly number[], some: readonly number[]): boolean {
  if (some.length > all.length) return false;
  let index = 0;
  for (const each of some) {
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
