import { describe, expect, it } from 'vitest';
import { evaluateTree, undecidedLeaves, type Truth } from '../../src/policy/kleene.ts';
import type { Tree } from '../../src/policy/tree.ts';

const values = ['true', 'false', 'unknown', 'judgement'] as const satisfies readonly Truth[];
const leaf = <Leaf>(name: Leaf): Tree<Leaf> => ({ kind: 'leaf', leaf: name });
const truthOf = (tree: Tree<Truth>): Truth => evaluateTree(tree, (truth) => ({ truth })).truth;

describe('evaluateTree', () => {
  const [t, f, u, j] = values;
  it.each([
    ['all', [t, t], t],
    ['all', [t, f], f],
    ['all', [u, f], f],
    ['all', [j, f], f],
    ['all', [t, u], u],
    ['all', [t, j], j],
    ['all', [u, j], u],
    ['any', [f, f], f],
    ['any', [f, t], t],
    ['any', [u, t], t],
    ['any', [j, t], t],
    ['any', [f, u], u],
    ['any', [f, j], j],
    ['any', [u, j], u],
  ] as const)('%s of %j is %s', (kind, of, expected) => {
    expect(truthOf({ kind, of: of.map((truth) => leaf<Truth>(truth)) })).toBe(expected);
  });

  it.each([
    [2, [t, t, u], t],
    [2, [t, f, f], f],
    [2, [t, f, u], u],
    [2, [t, f, j], j],
    [2, [u, f, f], f],
    [3, [t, j, u], u],
    [1, [f, f, j], j],
  ] as const)('at least %i of %j is %s', (count, of, expected) => {
    expect(truthOf({ kind: 'atLeast', count, of: of.map((truth) => leaf<Truth>(truth)) })).toBe(expected);
  });

  it.each([
    [t, f],
    [f, t],
    [u, u],
    [j, j],
  ] as const)('not %s is %s', (value, expected) => {
    expect(truthOf({ kind: 'not', of: [leaf<Truth>(value)] })).toBe(expected);
  });

  it('says true or false only when every way to fill the gaps says the same', () => {
    let decided = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const { tree, size } = randomTree(seed);
      const random = numbersFrom(seed + 10_000);
      const given = Array.from({ length: size }, () => values[Math.floor(random() * 4)] ?? u);
      const result = evaluateTree(tree, (index) => ({ truth: given[index] ?? u })).truth;
      const outcomes = new Set(
        fillings(given).map((filled) => evaluateTree(tree, (index) => ({ truth: filled[index] ?? u })).truth),
      );
      if (result === 'true' || result === 'false') {
        decided += 1;
        expect([...outcomes]).toEqual([result]);
      } else {
        // Each leaf occurs once, so Kleene's logic loses nothing: both outcomes can still come.
        expect(outcomes.size).toBe(2);
      }
    }
    expect(decided).toBeGreaterThan(50);
  });
});

describe('undecidedLeaves', () => {
  it('leaves out what no longer matters', () => {
    const tree: Tree<readonly [string, Truth]> = {
      kind: 'all',
      of: [
        { kind: 'any', of: [leaf(['settled', 'true']), leaf(['moot', 'unknown'])] },
        leaf(['needed', 'unknown']),
        leaf(['person', 'judgement']),
        leaf(['known', 'true']),
      ],
    };
    const trace = evaluateTree(tree, ([name, truth]) => ({ name, truth }));
    expect(undecidedLeaves(trace).map(({ name }) => name)).toEqual(['needed', 'person']);
  });
});

function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function randomTree(seed: number): { readonly tree: Tree<number>; readonly size: number } {
  const random = numbersFrom(seed);
  let size = 0;
  const grow = (depth: number): Tree<number> => {
    const roll = random();
    if (depth === 0 || roll < 0.25 || size > 6) return leaf(size++);
    if (roll < 0.4) return { kind: 'not', of: [grow(depth - 1)] };
    const of = Array.from({ length: 1 + Math.floor(random() * 3) }, () => grow(depth - 1));
    if (roll < 0.6) return { kind: 'all', of };
    if (roll < 0.8) return { kind: 'any', of };
    return { kind: 'atLeast', count: 1 + Math.floor(random() * of.length), of };
  };
  return { tree: grow(3), size };
}

function fillings(given: readonly Truth[]): readonly (readonly Truth[])[] {
  return given.reduce<readonly (readonly Truth[])[]>(
    (filled, value) =>
      filled.flatMap((start) =>
        (value === 'unknown' || value === 'judgement' ? (['true', 'false'] as const) : [value]).map((end) => [
          ...start,
          end,
        ]),
      ),
    [[]],
  );
}
