import { answerSamples } from '@shenpian/core/answer-samples';
import { lookStep } from './picture/look.ts';
import { frameMeter } from './picture/frame-meter.ts';
import { pictureSignals } from './picture/picture-signals.ts';
import { soundMeter } from './sound/sound-meter.ts';
import { gate, soundSignals } from './sound/sound-signals.ts';
import type { Signal } from './signal-item.ts';

/** What the worker is asked at the end. */
export interface SignalQuestion {
  /** Stops of the picture shorter than this are left out, seconds. */
  readonly shortestStop: number;
}

const frames = frameMeter();
const sound = soundMeter();
const levels: number[] = [];
let loudness = { integrated: -Infinity, range: 0 };

answerSamples<SignalQuestion, readonly Signal[]>({
  sample(sample) {
    switch (sample.kind) {
      case 'luma':
        frames.push(sample.time, sample);
        return;
      case 'pcm': {
        const { rate, channels, data } = sample;
        sound.push({ rate, channels, values: new Float32Array(data.buffer, data.byteOffset, data.byteLength / 4) });
        return;
      }
      case 'audio':
        loudness = sample;
        // Silence has no loudness.
        while (levels.length * lookStep <= sample.time) {
          levels.push(Number.isFinite(sample.momentary) ? Math.round(Math.max(gate, sample.momentary)) : gate);
        }
    }
  },
  answer({ shortestStop }) {
    const signals = [
      ...pictureSignals(frames, { shortestStop, levels }),
      ...(sound.channels === 0 ? [] : soundSignals(sound, loudness)),
    ];
    return signals.toSorted((a, b) => a.start - b.start);
  },
});
