import { z } from 'zod';
import { factSchema } from '../findings/fact.ts';
import { localizedSchema } from '../findings/finding.ts';

/** 符合 · 不符合 · 待人工复核 · 需补证据 · 不适用. A missing fact is `open`, never `fail` and never `pass`. */
export const verdictKinds = ['pass', 'fail', 'review', 'open', 'notApplicable'] as const;
/** See {@link verdictKinds}. */
export type VerdictKind = (typeof verdictKinds)[number];

/**
 * How far a number is from deciding its condition. `toHold` is how much more makes it hold, `toFail` how much makes it not
 * hold, `margin` how much it holds by. `end` is what has to move: the lower or upper end of an interval, or the value.
 * `amount` is in the fact's own unit and not rounded; `beyond` when it must be more than that. `seconds` is the amount as
 * running time, for a ratio of which the total is known. `text` says it, rounded so that what it says is enough.
 */
export const sensitivitySchema = z.object({
  kind: z.enum(['toHold', 'toFail', 'margin']),
  end: z.enum(['low', 'high', 'value']),
  amount: z.number(),
  beyond: z.boolean(),
  seconds: z.number().optional(),
  text: localizedSchema,
});
/** See {@link sensitivitySchema}. */
export type Sensitivity = z.infer<typeof sensitivitySchema>;

/**
 * One condition of a clause and what became of it, for programs. `part` tells whether it decides that the clause applies
 * or that it is met. `facts` are those it looked at, `fact` null when nobody stated it. `comparison` and `threshold` are
 * there for a number, `evidence` is the type of a document. `from` says who gives what is missing; left out when nothing is.
 */
export const stepSchema = z.object({
  part: z.enum(['appliesTo', 'when']),
  kind: z.enum(['comparison', 'statement', 'evidence', 'judge']),
  truth: z.enum(['true', 'false', 'unknown', 'judgement']),
  facts: z.array(z.object({ id: z.string(), label: localizedSchema, unit: z.string(), fact: factSchema.nullable() })),
  comparison: z.enum(['>=', '>', '<=', '<', '==', '!=']).optional(),
  threshold: z.number().optional(),
  evidence: z.string().optional(),
  text: localizedSchema,
  missing: localizedSchema.optional(),
  from: localizedSchema.optional(),
  sensitivity: z.array(sensitivitySchema),
});
/** See {@link stepSchema}. */
export type Step = z.infer<typeof stepSchema>;

/**
 * What a clause says about a submission. `because` is the reason chain, one step a line; `missing` lists what would
 * settle it and is empty for pass and fail; `steps` are the conditions one by one (left out by version 0.1.0); `cap` is the most the clause can pay, RMB. `kind` tells a policy, which one
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
  steps: z.array(stepSchema).optional(),
  cap: z.number().optional(),
});
/** See {@link verdictSchema}. */
export type Verdict = z.infer<typeof verdictSchema>;
