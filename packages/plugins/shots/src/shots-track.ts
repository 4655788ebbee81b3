import { defineTrack, samplesInThread, shotsTrack } from '@shenpian/core';
import type { Detection } from './detector-worker.ts';
import { shotsOptionsSchema } from './options.ts';
import { shotsBetween } from './shots.ts';

/** Width of the frames, px: the smallest that still tells a cut within one room (README, "Measured"). */
const frameWidth = 160;

/** Builds core's `shots` track from every frame of the episode, in a worker thread. */
export const shots = defineTrack({
  type: shotsTrack,
  version: 6,
  options: shotsOptionsSchema,
  samples: () => ({ frames: { kind: 'luma', width: frameWidth, rate: 'every-frame', chroma: true } }),
  async build({ samples, options, signal, recycle, decodedSeconds }) {
    const worker = new URL('./detector-worker.js', import.meta.url);
    const thread = { worker, question: options, signal, recycle };
    const { boundaries, keyframes } = await samplesInThread<Detection>(samples, thread);
    return shotsBetween(boundaries, decodedSeconds(), keyframes);
  },
});
