import { z } from 'zod';

const share = z.number().min(0).max(1);

/**
 * Options of the checker `ai-label`.
 *
 * - `edgeShare`: a label whose ink is nearer to an edge than this share of the picture's width or height is at the edge; one that
 *   is further than `middleShare` is not; between them a person decides. No source says what 边或角 is in numbers.
 * - `minConfidence`: labels read with less (0–1) are left to a person.
 * - `heightTolerance`: a height this near to the least one (share of the shorter side) is left to a person; the bench measured smaller errors.
 */
export const aiLabelOptionsSchema = z.strictObject({
  edgeShare: share.default(0.15),
  middleShare: share.default(0.25),
  minConfidence: share.default(0.8),
  heightTolerance: share.default(0.0025),
});
/** See {@link aiLabelOptionsSchema}. */
export type AiLabelOptions = z.infer<typeof aiLabelOptionsSchema>;
