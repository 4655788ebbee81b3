import { parentPort } from 'node:worker_threads';
import type { Sample } from '../media/sample.ts';
import type { PictureShape, ThreadReply, ThreadRequest } from './thread-message.ts';

/** What a worker does with samples. */
export interface SampleAnswer<Question, Answer> {
  /** The bytes of a picture are good during the call only. */
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
  let shape: PictureShape | null = null;
  let memory = new SharedArrayBuffer(0);
  port.on('message', (request: ThreadRequest) => {
    switch (request.kind) {
      case 'open':
        ({ shape, memory } = request);
        return;
      case 'pictures':
        for (const [index, time] of request.times.entries()) {
          if (shape === null) break;
          const { bytes, ...form } = shape;
          const data = new Uint8Array(memory, (request.at + index) * bytes, bytes);
          sample({ ...form, time, data });
        }
        return port.postMessage({ kind: 'done' } satisfies ThreadReply);
      case 'sample':
        sample(request.sample);
        return port.postMessage({ kind: 'done' } satisfies ThreadReply);
      case 'finish':
        port.postMessage({ kind: 'answer', answer: answer(request.question as Question) } satisfies ThreadReply);
    }
  });
}
