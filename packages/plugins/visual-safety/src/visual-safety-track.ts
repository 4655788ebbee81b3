import { defineTrack, defineTrackType, shotsTrack, stillsTrack } from '@shenpian/core';
import { z } from 'zod';
import { openClassifierThread } from './classifier/classifier-thread.ts';
import { chosenStills } from './looked-at.ts';
import { visualSafetyTrackOptionsSchema } from './options.ts';

const probability = z.number().min(0).max(1);

/** A still that was looked at: the shot it stands for, its time, seconds, and the probability of each class, 0–1. */
export const lookedAtSchema = z.object({
  start: z.number().min(0),
  end: z.number().min(0),
  time: z.number().min(0),
  sha256: z.string(),
  drawing: probability,
  hentai: probability,
  neutral: probability,
  porn: probability,
  sexy: probability,
});
/** See {@link lookedAtSchema}. */
export type LookedAt = z.infer<typeof lookedAtSchema>;

/** What the network says about the stills of an episode, in order of time. Empty while the checker is off. */
export const visualSafetyTrack = defineTrackType('visual-safety', lookedAtSchema);

/** Builds `visual-safety` from stills that are kept anyway, in a worker thread. */
export const lookedAtStills = defineTrack({
  type: visualSafetyTrack,
  version: 1,
  options: visualSafetyTrackOptionsSchema,
  reads: [shotsTrack, stillsTrack],
  async build({ options, read, kept, signal }) {
    if (!options.enabled) return [];
    const chosen = chosenStills(await read(shotsTrack), await read(stillsTrack));
    const thread = openClassifierThread(signal);
    try {
      const items = [];
      for (const { shot, still } of chosen) {
        const jpeg = await kept?.(still.sha256);
        if (!jpeg) continue;
        const classes = await thread.classify(jpeg);
        items.push({ start: shot.start, end: shot.end, ...still, ...classes });
      }
      return items;
    } finally {
      await thread.close();
    }
  },
});
