import type { Facts } from '../findings/fact.ts';
import type { Localized } from '../findings/message.ts';
import type { ClauseConditions, LoadedPack } from './compile-pack.ts';
import { evaluateTree, leafResults, undecidedLeaves, type Trace, type Truth } from './kleene.ts';
import { conclusions, outcomes, unlimited } from './messages.ts';
import type { Pack, PackClause } from './pack.ts';
import { holdsOn } from './period.ts';
import { reason } from './reason.ts';
import { settle, type Settled, type SubmittedEvidence } from './settle.ts';
import type { Step, Verdict, VerdictKind } from './verdict.ts';

/** What packs are judged on. */
export interface PolicyInput {
  /** Facts of the checkers and of `seriesFacts`. One that is not there is unknown. */
  readonly facts: Facts;
  readonly evidence: readonly SubmittedEvidence[];
  /** ISO date whose rules apply, normally the filing date; null leaves dated clauses open. */
  readonly date: string | null;
  /** What the submission applies for: clause ids, or `pack/clause` where an id is not enough. */
  readonly claims: readonly string[];
}

/**
 * Judges every clause of a pack, in its order. Pure: the same input gives the same verdicts.
 *
 * @throws TypeError when `date` is not an ISO date.
 */
export function evaluatePack(loaded: LoadedPack, input: PolicyInput): Verdict[] {
  if (input.date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(input.date)) {
    throw new TypeError(`not an ISO date: ${input.date}`);
  }
  return loaded.pack.clauses.map((clause) => {
    const conditions = loaded.conditions.get(clause.id);
    if (conditions === undefined) throw new TypeError(`clause "${clause.id}" was not compiled`);
    const { verdict, because, missing, steps } = judge(loaded, clause, conditions, input);
    return {
      pack: loaded.pack.id,
      kind: loaded.pack.kind,
      clause: clause.id,
      article: clause.article,
      title: clause.title,
      text: clause.text,
      verdict,
      claimed: input.claims.includes(clause.id) || input.claims.includes(`${loaded.pack.id}/${clause.id}`),
      because: [...preamble(loaded.pack, clause, input.date), ...because, conclusions[verdict]],
      missing: [...missing],
      steps: [...steps],
      ...(clause.cap === null ? {} : { cap: clause.cap }),
    };
  });
}

interface Judgement {
  readonly verdict: VerdictKind;
  readonly because: readonly Localized[];
  readonly missing: readonly Localized[];
  readonly steps: readonly Step[];
}

function judge(
  { pack, declarations }: LoadedPack,
  clause: PackClause,
  conditions: ClauseConditions,
  input: PolicyInput,
): Judgement {
  const from = clause.effectiveFrom ?? pack.effectiveFrom;
  const to = clause.effectiveTo ?? pack.effectiveTo;
  const period = { from: from ?? unlimited.from, to: to ?? unlimited.to };
  const dated = holdsOn({ from, to }, input.date);
  if (dated === 'false') {
    const line = reason('outOfPeriod', { ...period, date: input.date ?? '' });
    return { verdict: 'notApplicable', because: [line], missing: [], steps: [] };
  }

  const ground = {
    facts: input.facts,
    declarations,
    params: pack.params,
    needs: clause.needs,
    evidence: input.evidence,
    date: input.date,
  };
  const evaluate = (tree: ClauseConditions['when']): Trace<Settled> =>
    evaluateTree(tree, (condition) => settle(condition, ground));
  const applies = conditions.appliesTo === null ? null : evaluate(conditions.appliesTo);
  const applicability = applies === null ? [] : [reason('applicability'), ...linesOf(applies, false)];
  const appliesSteps = applies === null ? [] : stepsOf(applies, 'appliesTo');
  if (applies?.truth === 'false') {
    return { verdict: 'notApplicable', because: applicability, missing: [], steps: appliesSteps };
  }

  const when = evaluate(conditions.when);
  const steps = [...appliesSteps, ...stepsOf(when, 'when')];
  const decided = verdictOf(dated, applies?.truth ?? 'true', when.truth, clause.discretionary !== null);
  const isReported = clause.reported !== undefined && (decided === 'pass' || decided === 'fail');
  const verdict = isReported ? 'review' : decided;
  const assessment = clause.discretionary === null ? [] : [reason('discretionary', { question: clause.discretionary })];
  const because = [
    ...(dated === 'unknown' ? [reason('dateMissing', period)] : []),
    ...applicability,
    ...linesOf(when, false),
    ...assessment,
    ...clause.ambiguities.map((text) => reason('ambiguity', { text })),
  ];
  if (verdict === 'pass' || verdict === 'fail') return { verdict, because, missing: [], steps };

  const undecided = [...(applies === null ? [] : undecidedLeaves(applies)), ...undecidedLeaves(when)];
  const missingOf = (truth: Truth): readonly Localized[] =>
    undecided.flatMap((leaf) => (leaf.truth === truth && leaf.missing !== null ? [leaf.missing] : []));
  const missing = [
    ...(dated === 'unknown' ? [reason('needDate')] : []),
    ...missingOf('unknown'),
    ...missingOf('judgement'),
    ...(when.truth === 'false' ? [] : assessment),
    ...(clause.reported === undefined ? [] : [reason('needOriginal')]),
  ];
  return { verdict, because, missing, steps };
}

/** The order matters: a clause that may not apply is never failed, and material is asked for before people are. */
function verdictOf(dated: 'true' | 'unknown', applies: Truth, when: Truth, discretionary: boolean): VerdictKind {
  if (dated === 'unknown' || applies === 'unknown') return 'open';
  if (when === 'unknown') return 'open';
  if (applies === 'judgement') return 'review';
  if (when === 'false') return 'fail';
  return when === 'judgement' || discretionary ? 'review' : 'pass';
}

function stepsOf(trace: Trace<Settled>, part: Step['part']): readonly Step[] {
  return leafResults(trace).map(({ step }) => ({ part, ...step }));
}

function preamble(pack: Pack, clause: PackClause, date: string | null): readonly Localized[] {
  return [
    reason('source', { document: pack.source.document, article: clause.article }),
    ...(pack.source.via === undefined ? [] : [reason('via', { via: pack.source.via })]),
    ...(clause.reported === undefined ? [] : [reason('reported', { by: clause.reported })]),
    ...((clause.status ?? pack.status) === 'draft' ? [reason('draft')] : []),
    ...(date === null ? [] : [reason('date', { date })]),
  ];
}

/** The lines of a trace in the order of the pack; a group inside another says how it is to be read. */
function linesOf(trace: Trace<Settled>, nested: boolean): readonly Localized[] {
  if (trace.kind === 'leaf') return trace.result.because;
  const children = trace.of.flatMap((child) => linesOf(child, true));
  const data = { count: trace.of.length, outcome: outcomes[trace.truth] };
  switch (trace.kind) {
    case 'all':
      return nested ? [reason('groupAll', data), ...children] : children;
    case 'any':
      return [reason('groupAny', data), ...children];
    case 'atLeast':
      return [reason('groupAtLeast', { ...data, least: trace.count }), ...children];
    case 'not':
      return [reason('groupNot', data), ...children];
  }
}
