import { readFileSync } from 'node:fs';
import type { Standard } from '@shenpian/core';
import { parse } from 'yaml';
import { z } from 'zod';

const period = { effectiveFrom: z.iso.date(), effectiveTo: z.iso.date().nullable(), source: z.string() };

const rulesSchema = z.strictObject({
  sources: z.record(z.string(), z.strictObject({ document: z.string(), article: z.string() })),
  visible: z.array(
    z.strictObject({
      ...period,
      elements: z.array(z.array(z.string()).min(1)).min(1),
      heightShare: z.number().positive().max(1),
      seconds: z.number().positive(),
    }),
  ),
  everyEpisode: z.array(z.strictObject(period)),
  metadata: z.array(
    z.strictObject({
      ...period,
      key: z.string(),
      fields: z.array(z.string()).min(1),
      labels: z.array(z.string()).min(1),
    }),
  ),
});
type Rules = z.infer<typeof rulesSchema>;

let loaded: Rules | undefined;

function rules(): Rules {
  const file = new URL('../rules/labels.yaml', import.meta.url);
  loaded ??= rulesSchema.parse(parse(readFileSync(file, 'utf8'), { schema: 'core' }));
  return loaded;
}

/** A rule of one date: `standard` is where it stands; `inForce` is false when it is of another time than the filing date. */
export interface DatedRule<Rule> {
  readonly rule: Rule;
  readonly standard: Standard;
  readonly inForce: boolean;
}

interface Period {
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: string;
}

/** The rule of a filing date; without a date, or when none is in force, the latest. */
function datedRule<Rule extends Period>(list: readonly Rule[], date: string | null): DatedRule<Rule> {
  const inForce = list.find(
    ({ effectiveFrom, effectiveTo }) =>
      date === null || (effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo)),
  );
  const rule = inForce ?? list.at(-1)!;
  return { rule, standard: rules().sources[rule.source]!, inForce: inForce !== undefined };
}

/** What a visible label must be: words, height as a share of the shorter side, seconds. */
export type VisibleRule = Rules['visible'][number];
/** Which fields the metadata must have. */
export type MetadataRule = Rules['metadata'][number];

/** The rule for visible labels on an ISO date; null takes the latest. */
export const visibleRule = (date: string | null): DatedRule<VisibleRule> => datedRule(rules().visible, date);
/** The rule that every episode must be labelled. */
export const episodeRule = (date: string | null): DatedRule<Rules['everyEpisode'][number]> =>
  datedRule(rules().everyEpisode, date);
/** The rule for metadata on an ISO date; null takes the latest. */
export const metadataRule = (date: string | null): DatedRule<MetadataRule> => datedRule(rules().metadata, date);
