import { boxSchema, defineTrackType } from '@shenpian/core';
import { z } from 'zod';

const alternativeSchema = z.object({ text: z.string(), confidence: z.number() });

/** One reading of a line on one picture, character by character; `confidence` 0–1, `time` in seconds, `x` a fraction of the width of the line. */
export const lineReadingSchema = z.object({
  time: z.number().min(0),
  text: z.string(),
  confidence: z.number().min(0).max(1),
  characters: z.array(alternativeSchema.extend({ x: z.number(), alternatives: z.array(alternativeSchema) })),
});
/** See {@link lineReadingSchema}. */
export type LineReading = z.infer<typeof lineReadingSchema>;

const pixelBoxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/**
 * A line cut out of the pictures that show it. `width`, `height` of the whole picture, `area` that was cut out and the `line` in it,
 * px of the whole picture; `sha256` names a gray PNG in the track store.
 */
export const closeUpSchema = z.object({
  width: z.number(),
  height: z.number(),
  area: pixelBoxSchema,
  line: pixelBoxSchema,
  pictures: z.array(z.object({ time: z.number().min(0), sha256: z.string() })),
});
/** See {@link closeUpSchema}. */
export type LineCloseUp = z.infer<typeof closeUpSchema>;

/**
 * A line of text in the opening or at the end of an episode.
 *
 * - `start`, `end`: the first and the last picture that show it; it shows from some time in `(before, start]` to some time in
 *   `(end, after]`. `before` is null when it is there from the first picture on, `after` when it still is on the last one that
 *   was looked at.
 * - `box`: where it stands; `text` and `confidence` are the best reading.
 * - `readings`: all of them, on different pictures; empty for a line that could not be read.
 * - `upright`: the characters stand one below the other; such lines are not read.
 * - `closeUp`: pictures of a line that may be an AI label; null for others.
 */
export const openingTextSchema = z.object({
  part: z.enum(['opening', 'ending']),
  start: z.number().min(0),
  end: z.number().min(0),
  before: z.number().nullable(),
  after: z.number().nullable(),
  box: boxSchema,
  text: z.string(),
  confidence: z.number().min(0).max(1),
  upright: z.boolean(),
  readings: z.array(lineReadingSchema),
  closeUp: closeUpSchema.nullable(),
});
/** See {@link openingTextSchema}. */
export type OpeningText = z.infer<typeof openingTextSchema>;

/** Lines of text in the opening and at the end, in order of time, then from top to bottom. */
export const openingTextTrack = defineTrackType('opening-text', openingTextSchema);
