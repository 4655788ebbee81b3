import { z } from 'zod';

/**
 * Options of the checker `visual-safety`.
 *
 * - `enabled`: off unless turned on, because of its false alarms (README, "Measured").
 * - `explicit`: probability, 0–1, of an explicit picture (photographed or drawn) from which a person should look: `warning`.
 * - `suggestive`: the same of a suggestive one: `info`.
 */
export const visualSafetyOptionsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  explicit: z.number().min(0).max(1).default(0.7),
  suggestive: z.number().min(0).max(1).default(0.8),
});
/** See {@link visualSafetyOptionsSchema}. */
export type VisualSafetyOptions = z.infer<typeof visualSafetyOptionsSchema>;

/** What the track needs of them: another threshold classifies nothing again. */
export const visualSafetyTrackOptionsSchema = z.object({ enabled: z.boolean().default(false) });
