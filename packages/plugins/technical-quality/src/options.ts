import { z } from 'zod';
import { shippedNames } from './profile/load-profile.ts';
import { profileSchema } from './profile/profile.ts';

const seconds = z.number().positive();

/**
 * Options of the checker `technical-quality`. Where `null` is allowed it turns the check off. No source states these limits for micro-dramas: they are
 * when something is worth a look, not rules.
 *
 * - `blackSeconds`, `silenceSeconds`: from this length on, seconds. 2 is what ffmpeg's blackdetect and silencedetect take.
 * - `strayBlackSeconds`: black of at most this length between two cuts, or at an end of the file, is a slip of the edit, seconds.
 * - `freezeSeconds`: a picture that stops this long in the middle of movement, seconds.
 * - `repeatedFrames`: so many frames shown twice in a moving stretch.
 * - `clippingSeconds`: sound cut off at full scale, from this length on.
 * - `invertedSeconds`, `deadChannelSeconds`: channels that cancel each other, or one that is silent while the other is not, from this length on.
 * - `lengthDifference`: how much longer picture or sound may be than the other, seconds.
 * - `loudnessSpread`: how far an episode may be from the middle of the series, LU.
 * - `flashes`: whether the flash limits of Rec. ITU-R BT.1702 are checked.
 * - `borders`: whether black bars in the picture are told.
 * - `variableFrameRate`: from which share (0–1) of irregular frames on a frame rate is called variable.
 * - `profiles`: more profiles, by name or as `loadProfile` gives them. `platformProfiles`: whether those of the platforms in drama.yaml apply by themselves.
 */
export const technicalQualityOptionsSchema = z.strictObject({
  blackSeconds: seconds.nullable().default(2),
  strayBlackSeconds: seconds.nullable().default(0.5),
  freezeSeconds: z.number().min(0.4).nullable().default(1),
  repeatedFrames: z.number().int().min(1).nullable().default(3),
  silenceSeconds: seconds.nullable().default(2),
  clippingSeconds: seconds.nullable().default(0.2),
  invertedSeconds: z.number().min(1).nullable().default(2),
  deadChannelSeconds: z.number().min(1).nullable().default(3),
  lengthDifference: seconds.nullable().default(0.5),
  loudnessSpread: z.number().positive().nullable().default(4),
  flashes: z.boolean().default(true),
  borders: z.boolean().default(true),
  variableFrameRate: z.number().min(0).max(1).nullable().default(0.05),
  profiles: z.array(z.union([z.enum(shippedNames), profileSchema])).default([]),
  platformProfiles: z.boolean().default(true),
});
/** See {@link technicalQualityOptionsSchema}. */
export type TechnicalQualityOptions = z.infer<typeof technicalQualityOptionsSchema>;
