import { defineTrack, defineTrackType } from '@shenpian/core';
import { z } from 'zod';

/** A stretch of an episode, in seconds; together they cover all of the sound. */
const soundActivitySchema = z.object({
  start: z.number().min(0),
  end: z.number().min(0),
  /** Whether the loudness rises and falls as in talk. Rhythmic music and effects do so too. */
  active: z.boolean(),
});
/** See {@link soundActivityTrack}. */
export type SoundActivity = z.infer<typeof soundActivitySchema>;

/** Where there is sound like talk, in order and without gaps; empty when it was not measured. */
export const soundActivityTrack = defineTrackType('sound-activity', soundActivitySchema);

/** `enabled`: whether the sound is decoded at all; off, the track is empty. */
export const soundActivityOptionsSchema = z.strictObject({ enabled: z.boolean().default(false) });
/** See {@link soundActivityOptionsSchema}. */
export type SoundActivityOptions = z.infer<typeof soundActivityOptionsSchema>;

/** Momentary loudness at a time: LUFS, seconds. */
export interface Loudness {
  readonly time: number;
  readonly momentary: number;
}

/** Seconds between two measures. */
const step = 0.1;
/** Quieter than the whole by this is background, LU: the relative gate of loudness range, EBU Tech 3342. */
const gate = 20;
/** Quieter than this is silence, LUFS: chosen, so that a hiss alone is no talk; the absolute gate of the same document is −70. */
const silence = -50;
/**
 * Talk turns from rising to falling, or back, by `turnSize` LU at least `leastTurns` times in `turnWindow` seconds. Measured on made
 * sounds: speech 3–8 (Chinese and English, also over music 13–15 LU below; synthetic, 10th to 90th percentile), steady tone and noise 0, slow chords 1–2; but plucked
 * strings 5–11, a beat 11, footsteps 8. Momentary loudness is a mean over 0.4 s, in which single syllables do not show.
 */
const turnSize = 1.5;
const turnWindow = 3;
const leastTurns = 3;

/** Stretches with and without sound like talk. It cannot tell talk from rhythmic music or effects. */
export const soundActivity = defineTrack<SoundActivity, SoundActivityOptions>({
  type: soundActivityTrack,
  version: 1,
  options: soundActivityOptionsSchema,
  samples: ({ options }) => (options.enabled ? { sound: { kind: 'audio' } } : {}),
  async build({ samples }) {
    const measures: Loudness[] = [];
    let integrated = silence;
    for await (const sample of samples) {
      if (sample.kind !== 'audio') continue;
      measures.push({ time: sample.time, momentary: sample.momentary });
      integrated = sample.integrated;
    }
    return activityOf(measures, integrated);
  },
});

/**
 * Cuts measured sound into stretches.
 *
 * @param measures one every 100 ms
 * @param integrated loudness of the whole, LUFS
 */
export function activityOf(measures: readonly Loudness[], integrated: number): SoundActivity[] {
  const floor = Math.max(silence, integrated - gate);
  const levels = measures.map(({ momentary }) => (Number.isFinite(momentary) ? Math.max(momentary, silence) : silence));
  const around = (at: number, seconds: number): readonly number[] => {
    const half = Math.round(seconds / step / 2);
    return levels.slice(Math.max(0, at - half), at + half);
  };
  const stretches: SoundActivity[] = [];
  for (const [at, { time }] of measures.entries()) {
    const active = Math.max(...around(at, 1)) > floor && turnsOf(around(at, turnWindow)) >= leastTurns;
    const last = stretches.at(-1);
    const end = time + step;
    if (last?.active === active) stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ start: last?.end ?? time, end, active });
  }
  return stretches;
}

/** How often loudness turns from rising to falling or back by at least `turnSize`. */
function turnsOf(levels: readonly number[]): number {
  let turns = 0;
  let rising: boolean | null = null;
  let extreme = levels[0] ?? 0;
  for (const level of levels) {
    const change = level - extreme;
    if (rising === null ? Math.abs(change) > turnSize : rising ? change < -turnSize : change > turnSize) {
      turns += 1;
      rising = change > 0;
      extreme = level;
    } else if (rising === change > 0) {
      extreme = level;
    }
  }
  return turns;
}
