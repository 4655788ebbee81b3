import { z } from 'zod';
import type { Decision } from '../findings/decision.ts';
import { factSchema, type Fact } from '../findings/fact.ts';
import { positionSchema, type Finding } from '../findings/finding.ts';
import { fillMessage } from '../findings/message.ts';
import type { TrackType } from '../tracks/track-type.ts';
import type { Episode, Series } from '../work/series.ts';
import type { CheckerContext, CheckerDefinition, FindingReport } from './define-checker.ts';
import { fingerprint } from './fingerprint.ts';

/** What a checker looks at. Plain data, so that it can be posted to a worker. */
export interface CheckerInput {
  readonly series: Series;
  readonly episodes: readonly Episode[];
  /** Options, unchecked. */
  readonly options: unknown;
  /** Track items by episode number, then track id. */
  readonly tracks: Readonly<Record<number, Readonly<Record<string, readonly unknown[]>>>>;
  /** Left out: none. */
  readonly decisions?: readonly Decision[];
}

/** What a checker said. `id` of a finding is given when the report is made. */
export interface CheckerOutput {
  readonly findings: readonly Omit<Finding, 'id'>[];
  readonly facts: Readonly<Record<string, Fact>>;
}

/** Runs one checker over prepared input. Whatever it throws comes out. */
export async function runChecker(checker: CheckerDefinition, input: CheckerInput): Promise<CheckerOutput> {
  const findings: Omit<Finding, 'id'>[] = [];
  const facts: Record<string, Fact> = {};
  const occurrences = new Map<string, number>();

  const report = (given: FindingReport): void => {
    const message = checker.messages[given.messageId];
    if (message === undefined) throw new TypeError(`${checker.id} has no message "${given.messageId}"`);
    const rule = `${checker.id}/${given.messageId}`;
    const data = given.data ?? {};
    const identity = given.identity ?? [
      given.matched ?? '',
      ...Object.values(data).map((value) => (typeof value === 'object' ? value.en : String(value))),
    ];
    const first = fingerprint(rule, identity, 0);
    const occurrence = occurrences.get(first) ?? 0;
    occurrences.set(first, occurrence + 1);
    findings.push({
      fingerprint: fingerprint(rule, identity, occurrence),
      checker: checker.id,
      rule,
      level: given.level,
      message: fillMessage(message, data),
      ...(given.matched === undefined ? {} : { matched: given.matched }),
      confidence: given.confidence ?? 1,
      at: positionSchema.parse(given.at),
      ...(given.also === undefined ? {} : { also: given.also.map((each) => positionSchema.parse(each)) }),
      ...(given.values === undefined ? {} : { values: { ...given.values } }),
      evidence: [...(given.evidence ?? [])],
      standards: [...(given.standards ?? [])],
    });
  };

  const context: CheckerContext<unknown> = {
    series: input.series,
    episodes: input.episodes,
    options: checker.options.parse(input.options ?? {}),
    decisions: input.decisions ?? [],
    read<Item>(type: TrackType<Item>, episode: Episode): readonly Item[] {
      const optional = (checker.mayRead ?? []).some(({ id }) => id === type.id);
      if (!optional && !checker.reads.some(({ id }) => id === type.id)) {
        throw new TypeError(`${checker.id} reads ${type.id}, which is not in its "reads"`);
      }
      const items = input.tracks[episode.number]?.[type.id] ?? (optional ? [] : undefined);
      if (items === undefined) throw new TypeError(`${checker.id}: no track ${type.id} for episode ${episode.number}`);
      return items as readonly Item[];
    },
    report,
    fact(id, value) {
      if (checker.facts[id] === undefined) throw new TypeError(`${checker.id} states the undeclared fact ${id}`);
      facts[id] = z.parse(factSchema, value);
    },
  };
  await checker.check(context);
  return { findings, facts };
}
