import { z } from 'zod';

/** Options of the checker; every one has a default. */
export const optionsSchema = z.strictObject({
  /** Cues shorter than this are reported, seconds. Chosen as an example: replace it, and cite what chose your number. */
  shortest: z.number().positive().default(0.4),
});
