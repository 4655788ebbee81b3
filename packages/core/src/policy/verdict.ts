import { z } from 'zod';
import { localizedSchema } from '../findings/finding.ts';

/** 符合 · 不符合 · 待人工复核 · 需补证据 · 不适用. A missing fact is `open`, never `fail` and never `pass`. */
export const verdictKinds = ['pass', 'fail', 'review', 'open', 'notApplicable'] as const;
/** See {@link verdictKinds}. */
export type VerdictKind = (typeof verdictKinds)[number];

/**
 * What a clause says about a submission. `because` is the reason chain, one step a line; `missing` lists what would
 * settle it and is empty for pass and fail; `cap` is the most the clause can pay, RMB. `kind` tells a policy, which one
 * applies for, from a standard, which binds anyway.
 */
export const verdictSchema = z.object({
  pack: z.string(),
  kind: z.enum(['policy', 'standard']),
  clause: z.string(),
  article: z.string(),
  title: localizedSchema,
  text: z.string(),
  verdict: z.enum(verdictKinds),
  claimed: z.boolean(),
  because: z.array(localizedSchema),
  missing: z.array(localizedSchema),
  cap: z.number().optional(),
});
/** See {@link verdictSchema}. */
export type Verdict = z.infer<typeof verdictSchema>;
