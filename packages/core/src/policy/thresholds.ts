import { celName, type Condition } from './condition.ts';
import type { FactValue } from '../findings/fact.ts';
import type { LoadedPack } from './compile-pack.ts';
import { paramValue } from './pack.ts';
import type { Tree } from './tree.ts';

/** A number that a clause compares a fact with, on a date. */
export interface Threshold {
  readonly fact: string;
  readonly comparison: '>=' | '>' | '<=' | '<' | '==' | '!=';
  readonly value: number;
  readonly pack: string;
  readonly clause: string;
  readonly article: string;
}

function leavesOf(tree: Tree<Condition>): readonly Condition[] {
  return tree.kind === 'leaf' ? [tree.leaf] : tree.of.flatMap(leavesOf);
}

/** The thresholds of a pack on a date (ISO, or null when there is none); those made of a parameter without a value then are left out. */
export function thresholdsOf({ pack, conditions }: LoadedPack, date: string | null): Threshold[] {
  return pack.clauses.flatMap((clause) => {
    const trees = conditions.get(clause.id);
    return (trees === undefined ? [] : leavesOf(trees.when)).flatMap((leaf): Threshold[] => {
      if (leaf.kind !== 'comparison') return [];
      const params: Record<string, FactValue> = {};
      for (const id of leaf.params) {
        const param = pack.params[id];
        const value = param === undefined ? null : paramValue(param, date);
        if (value === null) return [];
        params[celName(id)] = value;
      }
      const { fact, comparison } = leaf;
      return [
        { fact, comparison, value: leaf.threshold(params), pack: pack.id, clause: clause.id, article: clause.article },
      ];
    });
  });
}
