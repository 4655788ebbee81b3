import { z } from 'zod';

const fraction = z.number().min(0).max(1);
const margin = z.number().min(0).lt(0.5);

/**
 * Options of the checker `subtitles`. No binding rule for subtitles of micro-dramas is known, so what needs a limit is off (null)
 * until a house rule sets one.
 *
 * - `sureConfidence`: from here on (mean per character, 0–1) a reading counts as what the picture shows.
 * - `unsureConfidence`: below it a person is asked to look.
 * - `similarity`: 0–1; a pair at least this alike is not reported. 1 reports every differing character.
 * - `compareScript`: whether lines are compared with the dialogue of the script.
 * - `maxCharactersPerSecond`: see `charactersOf`. For example 9, which Netflix's Timed Text Style Guide gives for programmes for
 *   adults in Simplified Chinese.
 * - `minSeconds`: for example 0.83, the five sixths of a second of the same guide (General Requirements, duration).
 * - `safeArea`: margins left and right (`x`) and above and below (`y`), fractions of the picture. What an app lays over a vertical
 *   picture differs by platform and version, so no example is given.
 * - `missingAfterSeconds`: sound without any line for this long is pointed out. Needs the track `sound-activity` switched on.
 */
export const subtitlesOptionsSchema = z.strictObject({
  sureConfidence: fraction.default(0.95),
  unsureConfidence: fraction.default(0.8),
  similarity: fraction.default(1),
  compareScript: z.boolean().default(true),
  maxCharactersPerSecond: z.number().positive().nullable().default(null),
  minSeconds: z.number().positive().nullable().default(null),
  safeArea: z.strictObject({ x: margin, y: margin }).nullable().default(null),
  missingAfterSeconds: z.number().min(1).nullable().default(null),
});
/** See {@link subtitlesOptionsSchema}. */
export type SubtitlesOptions = z.infer<typeof subtitlesOptionsSchema>;
