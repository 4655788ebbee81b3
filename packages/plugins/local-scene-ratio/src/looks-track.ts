import { defineTrack, defineTrackType } from '@shenpian/core';
import { z } from 'zod';
import { lookOf, lookRegion } from './look.ts';

/** How the picture looks at one time; `time` in seconds. */
export const pictureLookSchema = z.object({ time: z.number().min(0), look: z.string() });
/** See {@link pictureLookSchema}. */
export type PictureLook = z.infer<typeof pictureLookSchema>;

/** Looks of the episode at the rate of its stills: set-ups that come back are told by them. */
export const looksTrack = defineTrackType('looks', pictureLookSchema);

/** Takes one picture a second, as the stills do, so that people see what was compared. */
export const looks = defineTrack({
  type: looksTrack,
  version: 1,
  options: z.strictObject({
    /** Pictures per second. */
    rate: z.number().positive().max(10).default(1),
  }),
  samples: ({ options }) => ({
    top: { kind: 'band', region: lookRegion, rate: options.rate, format: 'rgb' },
  }),
  async build({ samples, recycle }) {
    const items: PictureLook[] = [];
    for await (const sample of samples) {
      if (sample.kind !== 'band') continue;
      items.push({ time: sample.time, look: lookOf(sample) });
      recycle(sample.data);
    }
    return items;
  },
});
