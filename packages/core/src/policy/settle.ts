import type { FactDeclaration, FactValue, Facts } from '../findings/fact.ts';
import type { Localized } from '../findings/message.ts';
import type { EvidenceDocument } from '../work/series.ts';
import {
  celName,
  type ComparisonCondition,
  type Condition,
  type StatementCondition,
  type Values,
} from './condition.ts';
import type { Truth } from './kleene.ts';
import { lookUpFact, type KnownFact, type UnusableFact } from './known-fact.ts';
import { comparisons, outcomes } from './messages.ts';
import { paramValue, type PackNeed, type PackParam } from './pack.ts';
import { formatFact, formatValue } from './quantity.ts';
import { joinLocalized, reason } from './reason.ts';
import { sensitivityOf, totalOf } from './sensitivity.ts';
import type { Step } from './verdict.ts';

/** A document handed in; `issued` is its ISO date, null when not given. */
export type SubmittedEvidence = Pick<EvidenceDocument, 'type' | 'path' | 'issued'>;

/** All that a leaf may look at. */
export interface Ground {
  readonly facts: Facts;
  readonly declarations: Readonly<Record<string, FactDeclaration>>;
  readonly params: Readonly<Record<string, PackParam>>;
  readonly needs: readonly PackNeed[];
  readonly evidence: readonly SubmittedEvidence[];
  /** ISO date that rules and documents are judged by; null when there is none. */
  readonly date: string | null;
}

/** What became of a leaf: its truth, the lines that say why, what would settle it (null when it is settled), and the same for programs. */
export interface Settled {
  readonly truth: Truth;
  readonly because: readonly Localized[];
  readonly missing: Localized | null;
  readonly step: Omit<Step, 'part'>;
}

type Outcome = Omit<Settled, 'step'> & Partial<Pick<Step, 'threshold' | 'sensitivity' | 'from'>>;

/** Settles one leaf. A fact that is absent, unknown or not of its declared kind gives `unknown`, never true or false. */
export function settle(condition: Condition, ground: Ground): Settled {
  const { truth, because, missing, ...outcome } = outcomeOf(condition, ground);
  const ids = factsOf(condition);
  return {
    truth,
    because,
    missing,
    step: {
      kind: condition.kind,
      truth,
      facts: ids.map((id) => shownFact(id, ground)),
      ...(condition.kind === 'comparison' ? { comparison: condition.comparison } : {}),
      ...(condition.kind === 'evidence' ? { evidence: condition.type } : {}),
      sensitivity: [],
      ...outcome,
      text: because[0] ?? { 'zh-CN': '', en: '' },
      ...(missing === null ? {} : { missing }),
    },
  };
}

function outcomeOf(condition: Condition, ground: Ground): Outcome {
  switch (condition.kind) {
    case 'comparison':
      return settleComparison(condition, ground);
    case 'statement':
      return settleStatement(condition, ground);
    case 'evidence':
      return settleEvidence(condition.type, ground);
    case 'judge': {
      const line = reason('judge', { question: condition.question });
      const shown = condition.look.map((id) => lookLine(id, ground));
      return { truth: 'judgement', because: [line, ...shown], missing: line, from: reason('judgeFrom') };
    }
  }
}

/** The ids of the facts that a condition looks at. */
export function factsOf(condition: Condition): readonly string[] {
  if (condition.kind === 'comparison') return [condition.fact];
  if (condition.kind === 'statement') return condition.facts;
  return condition.kind === 'judge' ? condition.look : [];
}

/** What a person who judges gets to see of a fact. */
function lookLine(id: string, { facts, declarations }: Ground): Localized {
  const found = lookUpFact(id, facts, declarations);
  if (found.known) return reason('look', { label: found.label, value: shownValue(found) });
  return reason('lookMissing', { missing: found.missing });
}

/** A known fact in the words that people have for it. */
function shownValue({ fact, unit, words }: KnownFact): Localized {
  const named = 'value' in fact && typeof fact.value === 'string' ? words[fact.value] : undefined;
  return named === undefined ? formatFact(fact, unit) : { 'zh-CN': `“${named['zh-CN']}”`, en: `"${named.en}"` };
}

function shownFact(id: string, { facts, declarations }: Ground): Step['facts'][number] {
  const { label = { 'zh-CN': id, en: id }, unit = 'text' } = declarations[id] ?? {};
  const found = lookUpFact(id, facts, declarations);
  const stated = facts[id];
  const unknown = stated !== undefined && 'unknown' in stated ? stated : null;
  return { id, label: { ...label }, unit, fact: found.known ? found.fact : unknown };
}

/** Who states a fact that is missing. */
function fromOf(ids: readonly string[], { declarations }: Ground): Pick<Step, 'from'> {
  const from = ids.map((id) => declarations[id]?.from).find((each) => each !== undefined);
  return from === undefined ? {} : { from: { ...from } };
}

function settleComparison(condition: ComparisonCondition, ground: Ground): Outcome {
  const found = lookUpFact(condition.fact, ground.facts, ground.declarations);
  if (!found.known) return { ...unsettled(found), ...fromOf([condition.fact], ground) };
  const params = paramsOf(condition.params, ground);
  if (!('values' in params)) return params;

  const { fact, label, unit } = found;
  const [low, high] = 'low' in fact ? [fact.low, fact.high] : [Number(fact.value), Number(fact.value)];
  const threshold = condition.threshold(params.values);
  const truth = condition.holdsOver(low, high, params.values);
  const value = formatFact(fact, unit, threshold);
  const data = {
    label,
    value,
    comparison: comparisons[condition.comparison],
    threshold: formatValue(threshold, unit),
    outcome: outcomes[truth],
  };
  const because =
    'low' in fact
      ? reason('comparedInterval', { ...data, coverage: formatValue(fact.coverage, 'ratio') })
      : reason('compared', data);
  const total = totalOf(ground.declarations[condition.fact]?.of, ground.facts);
  return {
    truth,
    because: [because, ...params.notes],
    missing: truth === 'unknown' ? reason('needNarrower', data) : null,
    threshold,
    sensitivity: sensitivityOf(found, condition.comparison, threshold, total),
    ...(truth === 'unknown' ? fromOf([condition.fact], ground) : {}),
  };
}

function settleStatement(condition: StatementCondition, ground: Ground): Outcome {
  const values: Record<string, FactValue> = {};
  const shown: Localized[] = [];
  for (const id of condition.facts) {
    const found = lookUpFact(id, ground.facts, ground.declarations);
    if (!found.known) return { ...unsettled(found), ...fromOf([id], ground) };
    // Only numbers come as intervals, and number facts never reach a statement.
    if (!('value' in found.fact)) throw new TypeError(`interval for the fact "${id}" in a statement`);
    values[celName(id)] = found.fact.value;
    shown.push(reason('statedValue', { label: found.label, value: shownValue(found) }));
  }
  const params = paramsOf(condition.params, ground);
  if (!('values' in params)) return params;
  const truth = condition.holds({ ...values, ...params.values }) ? 'true' : 'false';
  const because = reason('stated', {
    values: joinLocalized(shown, { 'zh-CN': '，', en: ', ' }),
    condition: condition.says ?? condition.expression,
    outcome: outcomes[truth],
  });
  return { truth, because: [because, ...params.notes], missing: null };
}

function settleEvidence(type: string, ground: Ground): Outcome {
  const need = ground.needs.find((candidate) => candidate.type === type);
  if (need === undefined) throw new TypeError(`evidence type "${type}" is not in the clause's needs`);
  const { label } = need;
  const handedIn = ground.evidence.filter((document) => document.type === type);
  const isTooLate = ({ issued }: SubmittedEvidence): boolean =>
    issued !== null && ground.date !== null && issued > ground.date;
  const tooLate = handedIn
    .filter(isTooLate)
    .map(({ path, issued }) =>
      reason('evidenceTooLate', { label, path, issued: issued ?? '', date: ground.date ?? '' }),
    );
  const counted = handedIn
    .filter((document) => !isTooLate(document))
    .map(({ path, issued }) =>
      issued === null ? { 'zh-CN': path, en: path } : reason('evidenceDated', { path, issued }),
    );
  if (counted.length > 0) {
    const documents = joinLocalized(counted, { 'zh-CN': '、', en: ', ' });
    return {
      truth: 'true',
      because: [...tooLate, reason('evidenceFound', { label, documents })],
      missing: null,
    };
  }
  return {
    truth: 'unknown',
    because: tooLate.length > 0 ? tooLate : [reason('evidenceMissing', { label })],
    missing: reason('needEvidence', { label, from: need.from }),
    from: need.from,
  };
}

function unsettled({ because, missing }: UnusableFact): Outcome {
  return { truth: 'unknown', because: [because], missing };
}

/** Values of parameters on the date with their notes, or what is missing when one has none. */
function paramsOf(
  ids: readonly string[],
  ground: Ground,
): { readonly values: Values; readonly notes: readonly Localized[] } | Outcome {
  const values: Record<string, FactValue> = {};
  const notes: Localized[] = [];
  for (const id of ids) {
    const param = ground.params[id];
    const value = param === undefined ? null : paramValue(param, ground.date);
    if (param === undefined || value === null) {
      const label = param?.label ?? { 'zh-CN': id, en: id };
      return {
        truth: 'unknown',
        because: [reason('paramUndated', { label })],
        missing: reason('needParam', { label }),
      };
    }
    values[celName(id)] = value;
    if (param.note !== undefined) notes.push(reason('note', { note: param.note }));
  }
  return { values, notes };
}
