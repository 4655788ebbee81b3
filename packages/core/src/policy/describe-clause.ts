import type { Localized } from '../findings/message.ts';
import type { LoadedPack } from './compile-pack.ts';
import { celName, type ComparisonCondition, type Condition, type Values } from './condition.ts';
import { comparisons } from './messages.ts';
import { paramValue, type PackClause } from './pack.ts';
import { formatValue } from './quantity.ts';
import { joinLocalized, reason } from './reason.ts';
import type { Tree } from './tree.ts';

/** One condition of a clause in words. `depth` is how many groups it is inside of. */
export interface ConditionLine {
  readonly part: 'appliesTo' | 'when';
  readonly depth: number;
  readonly text: Localized;
}

/**
 * What decides a clause, in words, with the numbers of a date and who gives each fact and document.
 *
 * @param date ISO date; null: only numbers that hold at any time are known
 * @throws TypeError when the pack has no such clause.
 */
export function describeClause(loaded: LoadedPack, id: string, date: string | null): ConditionLine[] {
  const clause = loaded.pack.clauses.find((each) => each.id === id);
  const conditions = loaded.conditions.get(id);
  if (clause === undefined || conditions === undefined) throw new TypeError(`no clause "${id}"`);
  const ground = { loaded, clause, date };
  return [
    ...(conditions.appliesTo === null ? [] : linesOf(conditions.appliesTo, 'appliesTo', 0, ground)),
    ...linesOf(conditions.when, 'when', 0, ground),
  ];
}

interface Ground {
  readonly loaded: LoadedPack;
  readonly clause: PackClause;
  readonly date: string | null;
}

function linesOf(
  tree: Tree<Condition>,
  part: ConditionLine['part'],
  depth: number,
  ground: Ground,
): readonly ConditionLine[] {
  if (tree.kind === 'leaf') return [{ part, depth, text: wordingOf(tree.leaf, ground) }];
  // The top of most clauses is "all": saying so adds nothing.
  const isPlain = tree.kind === 'all' && depth === 0;
  const count = tree.of.length;
  const heading = {
    all: () => reason('listAll', { count }),
    any: () => reason('listAny', { count }),
    not: () => reason('listNot'),
    atLeast: () => reason('listAtLeast', { count, least: tree.kind === 'atLeast' ? tree.count : count }),
  }[tree.kind]();
  const below = isPlain ? depth : depth + 1;
  return [
    ...(isPlain ? [] : [{ part, depth, text: heading }]),
    ...tree.of.flatMap((child) => linesOf(child, part, below, ground)),
  ];
}

function wordingOf(condition: Condition, ground: Ground): Localized {
  const { declarations } = ground.loaded;
  const fromOf = (id: string): Localized | undefined => declarations[id]?.from;
  const labelOf = (id: string): Localized => declarations[id]?.label ?? { 'zh-CN': id, en: id };
  switch (condition.kind) {
    case 'comparison': {
      const words = reason('asComparison', {
        label: labelOf(condition.fact),
        comparison: comparisons[condition.comparison],
        threshold: thresholdText(condition, ground),
      });
      return withSource(words, fromOf(condition.fact));
    }
    case 'statement': {
      const words = condition.says ?? { 'zh-CN': condition.expression, en: condition.expression };
      return withSource(
        words,
        condition.facts.map(fromOf).find((from) => from !== undefined),
      );
    }
    case 'evidence': {
      const need = ground.clause.needs.find(({ type }) => type === condition.type);
      return reason('asEvidence', {
        label: need?.label ?? condition.type,
        from: need?.from ?? '',
        type: condition.type,
      });
    }
    case 'judge': {
      const question = reason('judge', { question: condition.question });
      if (condition.look.length === 0) return question;
      const facts = joinLocalized(condition.look.map(labelOf), { 'zh-CN': '、', en: ', ' });
      return reason('asJudge', { question, facts });
    }
  }
}

function withSource(words: Localized, from: Localized | undefined): Localized {
  return from === undefined ? words : reason('factFrom', { label: words, from });
}

function thresholdText(condition: ComparisonCondition, { loaded, date }: Ground): Localized {
  const values: Record<string, Values[string]> = {};
  for (const id of condition.params) {
    const param = loaded.pack.params[id];
    const value = param === undefined ? null : paramValue(param, date);
    if (value === null) return param?.label ?? { 'zh-CN': id, en: id };
    values[celName(id)] = value;
  }
  return formatValue(condition.threshold(values), loaded.declarations[condition.fact]?.unit ?? 'count');
}
