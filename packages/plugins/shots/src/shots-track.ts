import { defineTrack, shotsTrack, type Sample } from '@shenpian/core';
import { detectInThread, type TimedFrame } from './detector-thread.ts';
import { shotsOptionsSchema } from './options.ts';
import { shotsBetween } from './shots.ts';

/** Width of the frames, px: the smallest that still tells a cut within one room (README, "Measured"). */
const frameWidth = 160;

/** Builds core's `shots` track from every frame of the episode, in a worker thread. */
export const shots = defineTrack({
  type: shotsTrack,
  version: 3,
  options: shotsOptionsSchema,
  samples: () => ({ frames: { kind: 'luma', width: frameWidth, rate: 'every-frame', chroma: true } }),
  async build({ samples, options, signal, recycle, decodedSeconds }) {
    const { boundaries, keyframes } = await detectInThread(smallFrames(samples), { options, signal, recycle });
    return shotsBetween(boundaries, decodedSeconds(), keyframes);
  },
});

async function* smallFrames(samples: AsyncIterable<Sample>): AsyncIterable<TimedFrame> {
  for await (const sample of samples) {
    if (sample.kind === 'luma') yield sample;
  }
}
