import { answerSamples } from '@shenpian/core/answer-samples';
import type { Boundary } from './boundary.ts';
import { createFeatureExtractor } from './feature-extractor.ts';
import { keyframesOf } from './keyframes.ts';
import type { ShotsOptions } from './options.ts';
import { detectTransitions } from './transitions.ts';

/** Boundaries in order, and the times of keyframes in order, seconds. */
export interface Detection {
  readonly boundaries: readonly Boundary[];
  readonly keyframes: readonly number[];
}

const extractor = createFeatureExtractor();

answerSamples<ShotsOptions, Detection>({
  sample(sample) {
    if (sample.kind === 'luma') extractor.push(sample.time, sample);
  },
  answer(options) {
    const boundaries = detectTransitions(extractor.features, options);
    return { boundaries, keyframes: keyframesOf(extractor.features, boundaries) };
  },
});
