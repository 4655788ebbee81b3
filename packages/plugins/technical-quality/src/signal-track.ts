import { defineTrack, samplesInThread } from '@shenpian/core';
import { z } from 'zod';
import { signalTrack, type Signal } from './signal-item.ts';
import type { SignalQuestion } from './signal-worker.ts';

/** Width of the frames, px: that of the shot detector, so that both look at the same ones. */
const frameWidth = 160;
/** Shorter stops are not kept, seconds. */
const shortestStop = 0.4;

/** Measures picture and sound of an episode in a worker thread, from every frame and sample of the decode. */
export const signal = defineTrack<Signal, object>({
  type: signalTrack,
  version: 2,
  options: z.strictObject({}).prefault({}),
  samples: () => ({
    // Colour is not looked at: asking for it shares the shot detector's frames.
    frames: { kind: 'luma', width: frameWidth, rate: 'every-frame', chroma: true },
    sound: { kind: 'pcm' },
    loudness: { kind: 'audio' },
  }),
  async build({ samples, signal: abort, recycle }) {
    const worker = new URL('./signal-worker.js', import.meta.url);
    const question: SignalQuestion = { shortestStop };
    return samplesInThread<readonly Signal[]>(samples, { worker, question, signal: abort, recycle });
  },
});
