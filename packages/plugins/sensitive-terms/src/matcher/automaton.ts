import { FreeSlots } from './free-slots.ts';

/**
 * An Aho–Corasick automaton in a double array. State 0 is the root; the child of state `s` for symbol `c` is `t = base(s) + c`
 * when `check(t) = s`.
 */
export interface Automaton {
  /** Two cells a state: `base << 1 | hasOutput`, then `check` (-1: no state). One cache line serves both. */
  readonly cells: Int32Array;
  /** Child of the root for each symbol; 0 when there is none. */
  readonly root: Int32Array;
  /** State of the longest proper suffix. */
  readonly fail: Int32Array;
  /** Symbols from the root. */
  readonly depth: Uint16Array;
  /** Pattern that ends in this state; -1 when none. */
  readonly pattern: Int32Array;
  /** Next state up the suffixes in which a pattern ends; 0 when none. */
  readonly link: Int32Array;
}

/**
 * Builds the automaton of distinct, non-empty patterns, each a row of symbols from 1 to `symbols`.
 *
 * States are placed breadth first, so that the hot ones near the root lie together in memory.
 */
export function buildAutomaton(patterns: readonly Uint16Array[], symbols: number): Automaton {
  const trie = placeTrie(patterns, symbols);
  const size = trie.slots.highest + symbols + 2;
  const states: Automaton = {
    cells: new Int32Array(size * 2),
    root: new Int32Array(symbols + 1),
    fail: new Int32Array(size),
    depth: new Uint16Array(size),
    pattern: new Int32Array(size).fill(-1),
    link: new Int32Array(size),
  };
  for (let state = 0; state < size; state++) states.cells[state * 2 + 1] = -1;
  for (const node of trie.nodes) {
    states.cells[node.state * 2] = node.base << 1;
    states.cells[node.state * 2 + 1] = node.parent;
    states.depth[node.state] = node.depth;
    states.pattern[node.state] = node.pattern;
    if (node.parent === 0) states.root[node.symbol] = node.state;
  }
  linkSuffixes(states, trie.nodes);
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
  base: number;
  pattern: number;
}

function placeTrie(patterns: readonly Uint16Array[], symbols: number): { nodes: TrieNode[]; slots: FreeSlots } {
  const sorted = [...patterns.keys()].sort((a, b) => compare(at(patterns, a), at(patterns, b)));
  const symbolAt = (row: number, depth: number): number => at(patterns, at(sorted, row))[depth] ?? 0;
  const slots = new FreeSlots(symbols);
  const nodes: TrieNode[] = [
    { state: 0, parent: -1, symbol: 0, depth: 0, from: 0, to: sorted.length, base: 0, pattern: -1 },
  ];
  // `nodes` grows while it is walked: it is the queue of the breadth-first order.
  for (const node of nodes) {
    let row = node.from;
    if (row < node.to && at(patterns, at(sorted, row)).length === node.depth) node.pattern = at(sorted, row++);
    const children: { symbol: number; from: number; to: number }[] = [];
    while (row < node.to) {
      const symbol = symbolAt(row, node.depth);
      const from = row;
      while (row < node.to && symbolAt(row, node.depth) === symbol) row++;
      children.push({ symbol, from, to: row });
    }
    if (children.length === 0) continue;
    node.base = slots.place(children.map((child) => child.symbol));
    for (const { symbol, from, to } of children) {
      const state = node.base + symbol;
      nodes.push({ state, parent: node.state, symbol, depth: node.depth + 1, from, to, base: 0, pattern: -1 });
    }
  }
  return { nodes, slots };
}

function linkSuffixes(states: Automaton, nodes: readonly TrieNode[]): void {
  const { cells, fail, pattern, link } = states;
  for (const { state, parent, symbol } of nodes) {
    if (parent < 0) continue;
    let suffix = parent === 0 ? 0 : child(states, at(fail, parent), symbol);
    if (suffix === state) suffix = 0;
    fail[state] = suffix;
    link[state] = at(pattern, suffix) >= 0 ? suffix : at(link, suffix);
    if (at(pattern, state) >= 0 || at(link, state) > 0) cells[state * 2] = at(cells, state * 2) | 1;
  }
}

/** The state reached from `from` by `symbol`, falling back along the suffixes. */
function child({ cells, root, fail }: Automaton, from: number, symbol: number): number {
  for (let state = from; state !== 0; state = at(fail, state)) {
    const next = (at(cells, state * 2) >> 1) + symbol;
    if (cells[next * 2 + 1] === state) return next;
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
