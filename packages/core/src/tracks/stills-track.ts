import { z } from 'zod';
import { defineTrack } from './define-track.ts';
import { stillsTrack, type Still } from './standard-tracks.ts';

/**
 * One small picture a second. Evidence picks the nearest one, so that a new word list needs no new decode.
 * 360 px wide: a subtitle is readable, and 100 episodes of 90 s take about 150 MB. A landscape picture is 360 px high: what is
 * looked for in pictures needs as many pixels there.
 */
export const stills = defineTrack({
  type: stillsTrack,
  version: 2,
  options: z.strictObject({
    /** Pictures per second. */
    rate: z.number().positive().max(10).default(1),
    /** The shorter side, px. */
    width: z.number().int().min(64).max(1920).default(360),
  }),
  samples({ episode, options }) {
    const { width, height } = episode.input.probe;
    const wide = Math.round(options.width * Math.max(1, width / height));
    return { still: { kind: 'still', width: wide, rate: options.rate } };
  },
  async build({ samples, keep }) {
    const items: Still[] = [];
    for await (const sample of samples) {
      if (sample.kind === 'still') items.push({ time: sample.time, sha256: await keep(sample.data) });
    }
    return items;
  },
});
