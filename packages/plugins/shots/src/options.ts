import { z } from 'zod';

/**
 * Options of the shots track.
 *
 * - `minimumFrames`: a shot has at least this many frames; what is shorter belongs to its neighbour. 5 keeps nearly all
 *   shots of micro-dramas (median 60 frames, 5 % under 13), measured with the detector comparison in this package's README.
 * - `graduals`: whether dissolves and fades are looked for besides cuts.
 */
export const shotsOptionsSchema = z
  .strictObject({
    minimumFrames: z.number().int().min(2).max(60).default(5),
    graduals: z.boolean().default(true),
  })
  .prefault({});

/** See {@link shotsOptionsSchema}. */
export type ShotsOptions = z.output<typeof shotsOptionsSchema>;
