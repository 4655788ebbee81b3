import type { Tree } from './tree.ts';

/**
 * Kleene's three values with `unknown` split in two: `unknown` is settled by more material, `judgement` only by a
 * person. Where both are left, `unknown` wins: material is asked for before people are.
 */
export type Truth = 'true' | 'false' | 'unknown' | 'judgement';

/** What a tree came to, node by node. `result` is what the leaf evaluation returned. */
export type Trace<Result> =
  | { readonly kind: 'leaf'; readonly truth: Truth; readonly result: Result }
  | {
      readonly kind: 'all' | 'any' | 'not';
      readonly truth: Truth;
      readonly of: readonly Trace<Result>[];
    }
  | {
      readonly kind: 'atLeast';
      readonly count: number;
      readonly truth: Truth;
      readonly of: readonly Trace<Result>[];
    };

/**
 * Evaluates a tree. Every leaf is evaluated, also those that no longer matter: people want to see them all.
 *
 * The tables are Kleene's strong ones (S. C. Kleene, Introduction to Metamathematics, 1952, § 64).
 */
export function evaluateTree<Leaf, Result extends { readonly truth: Truth }>(
  tree: Tree<Leaf>,
  evaluateLeaf: (leaf: Leaf) => Result,
): Trace<Result> {
  if (tree.kind === 'leaf') {
    const result = evaluateLeaf(tree.leaf);
    return { kind: 'leaf', truth: result.truth, result };
  }
  const of = tree.of.map((child) => evaluateTree(child, evaluateLeaf));
  const truths = of.map((child) => child.truth);
  switch (tree.kind) {
    case 'all':
      return { kind: 'all', truth: reached(truths, truths.length), of };
    case 'any':
      return { kind: 'any', truth: reached(truths, 1), of };
    case 'atLeast':
      return { kind: 'atLeast', count: tree.count, truth: reached(truths, tree.count), of };
    case 'not':
      return { kind: 'not', truth: negated(truths[0] ?? 'unknown'), of };
  }
}

/** What every leaf came to, in the order of the tree. */
export function leafResults<Result>(trace: Trace<Result>): readonly Result[] {
  return trace.kind === 'leaf' ? [trace.result] : trace.of.flatMap(leafResults);
}

/** Leaves that keep a node from being decided; none when it is decided. */
export function undecidedLeaves<Result>(trace: Trace<Result>): readonly Result[] {
  if (trace.truth === 'true' || trace.truth === 'false') return [];
  return trace.kind === 'leaf' ? [trace.result] : trace.of.flatMap(undecidedLeaves);
}

function reached(truths: readonly Truth[], count: number): Truth {
  const sure = truths.filter((truth) => truth === 'true').length;
  if (sure >= count) return 'true';
  const possible = truths.filter((truth) => truth !== 'false').length;
  if (possible < count) return 'false';
  return truths.includes('unknown') ? 'unknown' : 'judgement';
}

function negated(truth: Truth): Truth {
  if (truth === 'true') return 'false';
  return truth === 'false' ? 'true' : truth;
}
