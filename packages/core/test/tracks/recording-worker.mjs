// Answers with what it was shown, in order: the request, the time and the sum of the bytes of each sample.
import { answerSamples } from '@shenpian/core/answer-samples';

const seen = [];
answerSamples({
  sample(sample) {
    const { request, time, data } = sample;
    seen.push([request, time, data?.reduce((sum, value) => sum + value, 0) ?? sample.momentary]);
  },
  answer: (question) => ({ question, seen }),
});
