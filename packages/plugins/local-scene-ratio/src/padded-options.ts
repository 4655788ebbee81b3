import { z } from 'zod';
import { zoneSchema } from './options.ts';

/**
 * Options of the checker `padded-time`.
 *
 * - `zone`: the area that counts as local, as for `local-scene-ratio`.
 * - `openingSeconds`: what an episode shows again within so many seconds of its start, and the episode before showed too, is told as
 *   titles or a recap. We chose it; nothing defines it.
 */
export const paddedTimeOptionsSchema = z
  .strictObject({ zone: zoneSchema, openingSeconds: z.number().min(0).default(30) })
  .prefault({});
