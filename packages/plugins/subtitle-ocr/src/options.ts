import { z } from 'zod';
import { engineIds } from './engine.ts';

const fraction = z.number().min(0).max(1);

/** Where to look for subtitles, as fractions of the displayed picture. */
export const regionSchema = z
  .object({ x: fraction, y: fraction, width: fraction, height: fraction })
  .refine(
    ({ x, y, width, height }) => width > 0 && height > 0 && x + width <= 1.001 && y + height <= 1.001,
    'the region must lie on the picture',
  );

/**
 * - `engine`: `auto` takes PP-OCR when it loads, else Tesseract.
 * - `region`: null finds the subtitles by itself.
 * - `rate`: pictures a second; 5 missed and merged no line of the measured clips, and bounds times to ± 0.1 s.
 * - `minConfidence`: lines read with less (mean per character, 0–1) are dropped; what PP-OCR reads out of backgrounds
 *   mostly has less than 0.6, real lines more than 0.8.
 * - `secondOpinion`: lines that PP-OCR reads with less are read by Tesseract too, whose vote decides between two readings;
 *   0 never asks it.
 */
export const readingOptionsSchema = z.object({
  engine: z.enum(['auto', ...engineIds]).default('auto'),
  region: regionSchema.nullable().default(null),
  rate: z.number().min(1).max(25).default(5),
  minConfidence: fraction.default(0.6),
  secondOpinion: fraction.default(0.75),
});
/** See {@link readingOptionsSchema}. */
export type ReadingOptions = z.infer<typeof readingOptionsSchema>;

/** How `cues` are read, as in {@link readingOptionsSchema}, and `repair`: whether names and the script may put readings right. */
export const cuesOptionsSchema = z.strictObject({ ...readingOptionsSchema.shape, repair: z.boolean().default(true) });
/** See {@link cuesOptionsSchema}. */
export type CuesOptions = z.infer<typeof cuesOptionsSchema>;
