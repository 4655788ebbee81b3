import { defineTrack, defineTrackType, screenTextSchema, screenTextTrack } from '@shenpian/core';
import { z } from 'zod';
import { edgesOf, type EdgeMap } from './edge-map.ts';
import { exactTimes } from './exact-times.ts';
import { smallFrames } from './small-frames.ts';

/** A text on screen; `exact` when its times are known to 0.2 s, else they are those of `screen-text`. */
export const timedTextSchema = screenTextSchema.extend({ exact: z.boolean() });
/** See {@link timedTextSchema}. */
export type TimedText = z.infer<typeof timedTextSchema>;

/** The items of `screen-text` with the times at which they really come and go. */
export const textTimesTrack = defineTrackType('text-times', timedTextSchema);

/** Builds `text-times` from small pictures of the decode: nothing is read again. */
export const textTimes = defineTrack({
  type: textTimesTrack,
  version: 2,
  options: z.strictObject({}),
  reads: [screenTextTrack],
  samples: () => ({ small: smallFrames }),
  async build({ samples, read, recycle, decodedSeconds }) {
    const maps: EdgeMap[] = [];
    for await (const sample of samples) {
      if (sample.kind !== 'luma') continue;
      maps.push(edgesOf(sample.time, sample));
      recycle(sample.data);
    }
    const texts = await read(screenTextTrack);
    return texts
      .map((text) => {
        const times = exactTimes(text, maps, decodedSeconds());
        return { ...text, ...times, exact: times !== null };
      })
      .toSorted((a, b) => a.start - b.start);
  },
});
