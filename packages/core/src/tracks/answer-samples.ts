import { parentPort } from 'node:worker_threads';
import type { Sample } from '../media/sample.ts';
import type { SampleShape, ThreadReply, ThreadRequest } from './thread-message.ts';

/** What a worker does with samples. */
export interface SampleAnswer<Question, Answer> {
  /** Samples of one request come in order. The bytes of a picture or of sound are good during the call only. */
  sample(sample: Sample): void;
  /** Called once, after the last sample. */
  answer(question: Question): Answer;
}

/**
 * The other end of `samplesInThread`: shows each sample to `answer` in order, then asks the question.
 *
 * @throws TypeError outside a worker thread
 */
export function answerSamples<Question, Answer>({ sample, answer }: SampleAnswer<Question, Answer>): void {
  if (!parentPort) throw new TypeError('samples are answered in a worker thread only');
  const port = parentPort;
  const lanes = new Map<string, { readonly shape: SampleShape; readonly memory: SharedArrayBuffer }>();
  port.on('message', (request: ThreadRequest) => {
    switch (request.kind) {
      case 'open':
        lanes.set(request.lane, request);
        return;
      case 'raw': {
        const lane = lanes.get(request.lane);
        for (const [index, time] of request.times.entries()) {
          if (lane === undefined) break;
          const { form, bytes } = lane.shape;
          sample({ ...form, time, data: new Uint8Array(lane.memory, (request.at + index) * bytes, bytes) });
        }
        return port.postMessage({ kind: 'done' } satisfies ThreadReply);
      }
      case 'samples':
        for (const each of request.samples) sample(each);
        return port.postMessage({ kind: 'done' } satisfies ThreadReply);
      case 'finish':
        port.postMessage({ kind: 'answer', answer: answer(request.question as Question) } satisfies ThreadReply);
    }
  });
}
