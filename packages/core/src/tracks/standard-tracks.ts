import { z } from 'zod';
import { defineTrackType } from './track-type.ts';

const timeRange = { start: z.number().min(0), end: z.number().min(0) };

/** A rectangle on the picture, as fractions (0–1) of its displayed width and height. */
export const boxSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
/** See {@link boxSchema}. */
export type Box = z.infer<typeof boxSchema>;

/**
 * A shot 镜头, between two transitions. `transition` is how it begins; `confidence` (0–1) is how sure that boundary is.
 * `transitionSeconds` is how long a gradual transition takes, its middle at `start`; left out for cuts and where the detector cannot tell.
 * `keyframes` are times in it (seconds, in order, at most three) of sharp, typical, unobstructed frames outside transitions;
 * left out by detectors that choose none.
 */
export const shotSchema = z.object({
  ...timeRange,
  transition: z.enum(['start', 'cut', 'gradual']),
  confidence: z.number().min(0).max(1),
  transitionSeconds: z.number().positive().optional(),
  keyframes: z.array(z.number().min(0)).optional(),
});
/** See {@link shotSchema}. */
export type Shot = z.infer<typeof shotSchema>;

/** A piece of a cue that was put right by a name or the script. `at` is where `to` stands in the text, in UTF-16 code units from 0. */
export const cueRepairSchema = z.object({ at: z.number().int().min(0), from: z.string(), to: z.string() });
/** See {@link cueRepairSchema}. */
export type CueRepair = z.infer<typeof cueRepairSchema>;

/**
 * A character of a cue that its reader was not sure of. `at` is where it stands in the text, in UTF-16 code units from 0;
 * `alternatives` is what else it may be, likeliest first, each with its probability, 0–1.
 */
export const doubtfulCharacterSchema = z.object({
  at: z.number().int().min(0),
  confidence: z.number().min(0).max(1),
  alternatives: z.array(z.object({ text: z.string(), confidence: z.number() })),
});
/** See {@link doubtfulCharacterSchema}. */
export type DoubtfulCharacter = z.infer<typeof doubtfulCharacterSchema>;

/**
 * A cue 字幕条: a line of dialogue burned into the picture. `confidence` is the reader's mean per character, 0–1; `repaired` is
 * left out when the text is as read, `doubtful` when the reader was sure of all of it or does not say.
 */
export const cueSchema = z.object({
  ...timeRange,
  text: z.string(),
  box: boxSchema,
  confidence: z.number().min(0).max(1),
  engine: z.enum(['paddle', 'tesseract']),
  repaired: z.array(cueRepairSchema).optional(),
  doubtful: z.array(doubtfulCharacterSchema).optional(),
});
/** See {@link cueSchema}. */
export type Cue = z.infer<typeof cueSchema>;

/** Text on screen that is not dialogue: title card, sign, watermark. */
export const screenTextSchema = z.object({
  ...timeRange,
  text: z.string(),
  box: boxSchema,
  confidence: z.number().min(0).max(1),
});
/** See {@link screenTextSchema}. */
export type ScreenText = z.infer<typeof screenTextSchema>;

/** A stored JPEG of the episode at `time` seconds; `sha256` names its bytes in the track store. */
export const stillSchema = z.object({ time: z.number().min(0), sha256: z.string() });
/** See {@link stillSchema}. */
export type Still = z.infer<typeof stillSchema>;

/** Shots in order, covering the whole episode without gaps. */
export const shotsTrack = defineTrackType('shots', shotSchema);
/** Burned-in dialogue in order of start. */
export const cuesTrack = defineTrackType('cues', cueSchema);
/** Other text on screen, in order of start. */
export const screenTextTrack = defineTrackType('screen-text', screenTextSchema);
/** Small pictures of the whole episode, for evidence. */
export const stillsTrack = defineTrackType('stills', stillSchema);
