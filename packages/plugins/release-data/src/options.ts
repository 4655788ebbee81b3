import { z } from 'zod';
import { opinions } from './comment-classifier.ts';
import { metrics } from './vocabulary.ts';

/** What a composite score may be made of. */
export const scoreParts = [...metrics, 'positive-comment-share'] as const;
/** See {@link scoreParts}. */
export type ScorePart = (typeof scoreParts)[number];

/** Fewer lines of an opinion than this say nothing of the classifier's errors. */
const fewestLines = 20;

/**
 * Options of the checker `release-data`.
 *
 * - `dated`: how numbers of several days are meant where the column's name does not say: `cumulative` from the beginning,
 *   `daily` for each day. Left out: the facts hold both readings.
 * - `composite`: what the composite score is made of, part → `weight` (all together 1) and `full`, the value that counts as
 *   1. No rule gives them, so there is no default: without it the score is unknown.
 * - `labelled`: the user's own comments with what they say, in place of those of the plugin; at least 20 of each opinion.
 */
export const releaseDataOptionsSchema = z.strictObject({
  dated: z.enum(['cumulative', 'daily']).optional(),
  composite: z
    .partialRecord(
      z.enum(scoreParts),
      z.strictObject({ weight: z.number().positive().max(1), full: z.number().positive() }),
    )
    .refine(
      (parts) => Math.abs(Object.values(parts).reduce((sum, part) => sum + (part?.weight ?? 0), 0) - 1) < 1e-9,
      'the weights must add up to 1',
    )
    .optional(),
  labelled: z
    .array(z.strictObject({ text: z.string().min(1), opinion: z.enum(opinions) }))
    .refine(
      (lines) => opinions.every((each) => lines.filter(({ opinion }) => opinion === each).length >= fewestLines),
      `at least ${fewestLines} lines of each: ${opinions.join(', ')}`,
    )
    .optional(),
});
/** See {@link releaseDataOptionsSchema}. */
export type ReleaseDataOptions = z.infer<typeof releaseDataOptionsSchema>;
