import { boxSchema, cuesTrack, defineTrack, defineTrackType, shotsTrack } from '@shenpian/core';
import { z } from 'zod';
import { frameKeeper } from './kept-frames.ts';
import { smallFrames } from './small-frames.ts';
import { findMarks } from './standing-marks.ts';

/**
 * A mark that stands at one place through an episode (`found`), or that this could not be decided for it: `few-shots` to tell it
 * from scenery, or pictures that are `alike`. `share` of the `shots` that could be compared show it, 0–1.
 */
export const standingMarkSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    start: z.number().min(0),
    end: z.number().min(0),
    box: boxSchema,
    share: z.number().min(0).max(1),
    shots: z.number().int(),
  }),
  z.object({ kind: z.literal('undecided'), reason: z.enum(['few-shots', 'alike']) }),
]);
/** See {@link standingMarkSchema}. */
export type StandingMark = z.infer<typeof standingMarkSchema>;

/** Marks of an episode, or one item that says why it cannot be told. No item: there is none. */
export const standingMarksTrack = defineTrackType('standing-marks', standingMarkSchema);

/** Builds `standing-marks` from small pictures of the decode. */
export const standingMarks = defineTrack({
  type: standingMarksTrack,
  version: 1,
  options: z.strictObject({}),
  reads: [shotsTrack, cuesTrack],
  samples: () => ({ small: smallFrames }),
  async build({ samples, read, recycle, decodedSeconds }): Promise<readonly StandingMark[]> {
    const keeper = frameKeeper();
    for await (const sample of samples) {
      if (sample.kind !== 'luma') continue;
      keeper.offer(sample);
      recycle(sample.data);
    }
    const shots = await read(shotsTrack);
    const hidden = await read(cuesTrack);
    const search = findMarks(keeper.frames, { shots, hidden, seconds: decodedSeconds() });
    if ('undecided' in search) return [{ kind: 'undecided', reason: search.undecided }];
    return search.marks.map((mark) => ({ kind: 'found' as const, ...mark }));
  },
});
