import { z } from 'zod';

/**
 * Options of the track `opening-text`.
 *
 * - `openingSeconds`, `endingSeconds`: how much of the beginning and of the end is read. No source says how long 片头 and 片尾 are.
 * - `rate`, `endingRate`: pictures a second; a line is found when two in a row show it.
 * - `side`: the shorter side of the pictures that are read, px; the bench read numbers of 2.4 % of it.
 */
export const openingTextOptionsSchema = z.strictObject({
  engine: z.enum(['auto', 'paddle', 'tesseract']).default('auto'),
  openingSeconds: z.number().min(1).max(120).default(12),
  endingSeconds: z.number().min(0).max(120).default(8),
  rate: z.number().min(1).max(10).default(2),
  endingRate: z.number().min(0.2).max(10).default(0.5),
  side: z.number().int().min(360).max(2160).default(1080),
});
/** See {@link openingTextOptionsSchema}. */
export type OpeningTextOptions = z.infer<typeof openingTextOptionsSchema>;

/**
 * Options of the checker `title-card`.
 *
 * - `minSeconds`: a number that certainly shows for less is reported; null never does. No source says how long it must show.
 * - `creditsSeconds`: how far from the beginning of the first and from the end of the last episode credits count. No source says
 *   how long 片头 and 片尾 are.
 */
export const titleCardOptionsSchema = z.strictObject({
  minSeconds: z.number().positive().nullable().default(null),
  creditsSeconds: z.number().positive().default(60),
});
/** See {@link titleCardOptionsSchema}. */
export type TitleCardOptions = z.infer<typeof titleCardOptionsSchema>;
