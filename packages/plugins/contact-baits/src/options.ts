import { z } from 'zod';
import { contactPatternSchema } from './contacts/contact-pattern.ts';

/**
 * Options of the checker `contact-baits`.
 *
 * - `starter`: whether to use the patterns that come with the plugin; `patterns`: the user's own, which come first.
 * - `allow`: contacts that are the producer's own or a prop that was cleared, as they are written: never told.
 * - `standingShare`: share of an episode, 0–1, that a text must show to be a watermark. Chosen by us.
 */
export const contactBaitsOptionsSchema = z.strictObject({
  starter: z.boolean().default(true),
  patterns: z.array(contactPatternSchema).default([]),
  allow: z.array(z.string()).default([]),
  standingShare: z.number().min(0.1).max(1).default(0.8),
});
/** See {@link contactBaitsOptionsSchema}. */
export type ContactBaitsOptions = z.infer<typeof contactBaitsOptionsSchema>;
