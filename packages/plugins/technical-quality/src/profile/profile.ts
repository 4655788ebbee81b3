import { localizedSchema } from '@shenpian/core';
import { z } from 'zod';

/** What a profile may limit, with its unit. */
export const measures = [
  'container',
  'video-codec',
  'audio-codec',
  'pixel-format',
  'width',
  'height',
  'short-side',
  'vertical',
  'fps',
  'constant-frame-rate',
  'bit-rate',
  'bytes',
  'episode-seconds',
  'integrated-loudness',
  'loudness-range',
  'true-peak',
] as const;
/** See {@link measures}. */
export type Measure = (typeof measures)[number];

/**
 * One limit of a profile: `min` and `max` include the limit, `below` does not; `in` lists what is allowed; `is` is yes or no. Sizes in px, lengths in
 * seconds, rates in bits per second, loudness in LUFS, range in LU, peaks in dBTP.
 */
export const limitSchema = z
  .strictObject({
    measure: z.enum(measures),
    min: z.number().optional(),
    max: z.number().optional(),
    below: z.number().optional(),
    in: z.array(z.string()).min(1).optional(),
    is: z.boolean().optional(),
    level: z.enum(['violation', 'warning', 'info']).default('warning'),
    article: z.string().optional(),
  })
  .refine(
    ({ min, max, below, in: list, is }) => [min, max, below, list, is].some((each) => each !== undefined),
    'needs min, max, below, in or is',
  );
/** See {@link limitSchema}. */
export type Limit = z.infer<typeof limitSchema>;

/** ISO date. */
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * Limits of a platform, a rule, or a user's own. `source` is where they stand; `confirmed` is whether their numbers were read there: those of an
 * unconfirmed profile are reported as `info` whatever they say.
 *
 * `applies`: `always` (in its period, by the filing date), `platform` (when drama.yaml names one of `platforms`), or `named` (when the option
 * `profiles` names it). A profile given as data always applies.
 */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  title: localizedSchema,
  applies: z.enum(['always', 'platform', 'named']).default('named'),
  platforms: z.array(z.string()).default([]),
  effectiveFrom: date.nullable().default(null),
  effectiveTo: date.nullable().default(null),
  confirmed: z.boolean().default(true),
  source: z.strictObject({ document: z.string(), note: z.string().optional() }),
  limits: z.array(limitSchema).min(1),
});
/** See {@link profileSchema}. */
export type Profile = z.infer<typeof profileSchema>;
