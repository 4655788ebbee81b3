import { z } from 'zod';
import { factValueSchema } from './fact-value.ts';
import { localizedSchema } from './finding.ts';

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

/** Facts by their ASCII id, such as `local-scene-ratio`. */
export type Facts = Readonly<Record<string, Fact>>;

/** What a fact id means: its label for people and its unit (`ratio` is 0–1). */
export interface FactDeclaration {
  readonly label: { readonly 'zh-CN': string; readonly en: string };
  /** Whether it is what a model takes to be likely: its value is no measurement, and its `low` and `high` are no hard bounds. */
  readonly estimate?: true;
  readonly unit: 'ratio' | 'count' | 'seconds' | 'RMB' | 'text' | 'boolean' | 'list';
}
