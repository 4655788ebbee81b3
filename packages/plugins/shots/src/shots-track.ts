import { defineTrack, shotsTrack, type Sample } from '@shenpian/core';
import { detectInThread, type TimedFrame } from './detector-thread.ts';
import { shotsOptionsSchema } from './options.ts';
import { shotsBetween } from './shots.ts';

/** Width of the gray frames, px: the smallest that still tells a cut within one room (README, "Measured"). */
const frameWidth = 160;

/** Builds core's `shots` track from every frame of the episode, in a worker thread. */
export const shots = defineTrack({
  type: shotsTrack,
  version: 1,
  options: shotsOptionsSchema,
  samples: () => ({ frames: { kind: 'luma', width: frameWidth, rate: 'every-frame' } }),
  async build({ samples, options, signal, decodedSeconds }) {
    const boundaries = await detectInThread(grayFrames(samples), options, signal);
    return shotsBetween(boundaries, decodedSeconds());
  },
});

async function* grayFrames(samples: AsyncIterable<Sample>): AsyncIterable<TimedFrame> {
  for await (const sample of samples) {
    if (sample.kind === 'luma') yield sample;
  }
}
