import { z } from 'zod';
import { factValueSchema, type FactValue } from './fact-value.ts';
import { localizedSchema } from './finding.ts';
import type { Localized } from './message.ts';

export { factValueSchema, type FactValue } from './fact-value.ts';

/**
 * A measured, policy-neutral value: known; an interval `[low, high]` (both inclusive bounds) with the share of the
 * material it rests on (`coverage`, 0–1); or unknown with the reason and what would settle it.
 */
export const factSchema = z.union([
  z.object({ value: factValueSchema }),
  z.object({ low: z.number(), high: z.number(), coverage: z.number().min(0).max(1) }),
  z.object({ unknown: z.object({ reason: localizedSchema, wouldSettle: localizedSchema }) }),
]);
/** See {@link factSchema}. */
export type Fact = z.infer<typeof factSchema>;

/** A fact that is not known: why, and what would settle it. */
export function unknownFact(reason: Localized, wouldSettle: Localized): Fact {
  return { unknown: { reason, wouldSettle } };
}

/** Whether a value is of the kind that a unit has; a number must be finite. */
export function isValueOf(value: FactValue, unit: FactDeclaration['unit']): boolean {
  if (unit === 'list') return Array.isArray(value);
  if (unit === 'text') return typeof value === 'string';
  if (unit === 'boolean') return typeof value === 'boolean';
  return Number.isFinite(value);
}

/** Facts by their ASCII id, such as `local-scene-ratio`. */
export type Facts = Readonly<Record<string, Fact>>;

/** Units that a fact may have; `ratio` is 0–1. */
export const factUnits = ['ratio', 'count', 'seconds', 'RMB', 'LUFS', 'text', 'boolean', 'list'] as const;

/**
 * What a fact id means: its label for people and its unit. `from` says who or what states it. `of` is the id of the fact,
 * in seconds, that a ratio is a share of. `words` is what people call the values of a text; one that is not there is shown as it is.
 */
export interface FactDeclaration {
  readonly label: Localized;
  /** Whether it is what a model takes to be likely: its value is no measurement, and its `low` and `high` are no hard bounds. */
  readonly estimate?: true;
  readonly unit: (typeof factUnits)[number];
  readonly from?: Localized;
  readonly of?: string;
  readonly words?: Readonly<Record<string, Localized>>;
}
