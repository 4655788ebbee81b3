import { defineTrack, defineTrackType, shotsTrack } from '@shenpian/core';
import { z } from 'zod';
import { createMovementMeter } from './movement.ts';

const range = z.object({ start: z.number().min(0), end: z.number().min(0) });

/** See `ShotMovement`. */
export const shotMovementSchema = range.extend({
  still: z.array(range),
  slowed: z.number().int().min(1),
  prints: z.string(),
});

/** How the picture of each shot moves: whether footage is used again, stands still or was slowed is told by it. */
export const movementTrack = defineTrackType('movement', shotMovementSchema);

/** Looks at the same small frames as the shots: they are decoded and scaled once for both. 0.1 ms a frame. */
export const movement = defineTrack({
  type: movementTrack,
  version: 1,
  options: z.strictObject({}),
  samples: () => ({ frames: { kind: 'luma', width: 160, rate: 'every-frame', chroma: true } }),
  reads: [shotsTrack],
  async build({ samples, recycle, read }) {
    const meter = createMovementMeter();
    for await (const sample of samples) {
      if (sample.kind !== 'luma') continue;
      meter.push(sample.time, sample);
      recycle(sample.data);
    }
    return [...meter.shots(await read(shotsTrack))].map((shot) => ({ ...shot, still: [...shot.still] }));
  },
});
