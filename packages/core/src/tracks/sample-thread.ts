import { Worker } from 'node:worker_threads';
import type { Sample } from '../media/sample.ts';
import type { PictureShape, RawSample, ThreadReply, ThreadRequest } from './thread-message.ts';

/** Pictures per message, and batches in the memory that both threads share: 6.5 MB at 160×284 with colour. */
const batchPictures = 32;
const slots = 4;

/** What a thread of samples is given. */
export interface ThreadSettings {
  /** A module that calls `answerSamples` of `@shenpian/core/answer-samples`. */
  readonly worker: URL;
  /** Asked when all samples were seen; plain data. */
  readonly question: unknown;
  readonly signal: AbortSignal;
  /** Gets the bytes of pictures that nobody looks at any more. */
  recycle(bytes: Uint8Array): void;
}

/**
 * Hands samples to a worker thread of their own and returns what it answers. Raw pictures go through memory that both threads share,
 * everything else by message. While the worker is behind, no more samples are taken.
 *
 * @throws the worker's error when it fails, or the signal's reason when it is aborted.
 */
export async function samplesInThread<Answer>(
  samples: AsyncIterable<Sample>,
  { worker: module, question, signal, recycle }: ThreadSettings,
): Promise<Answer> {
  signal.throwIfAborted();
  const worker = new Worker(module);
  let onAbort = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    // A worker that died never answers, so every wait for it also waits for its end.
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the worker thread stopped before it had finished')));
  });
  signal.addEventListener('abort', onAbort);
  try {
    return (await Promise.race([ended, feed(worker, samples, { question, recycle })])) as Answer;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}

function isRaw(sample: Sample): sample is RawSample {
  return sample.kind === 'luma' || sample.kind === 'band';
}

async function feed(
  worker: Worker,
  samples: AsyncIterable<Sample>,
  { question, recycle }: Pick<ThreadSettings, 'question' | 'recycle'>,
): Promise<unknown> {
  let waiting = 0;
  let done = (): void => undefined;
  const answered = new Promise<unknown>((resolve) => {
    worker.on('message', (reply: ThreadReply) => {
      if (reply.kind === 'answer') return resolve(reply.answer);
      waiting--;
      done();
    });
  });
  // A batch, or a sample, that was sent occupies a slot until the worker has seen it.
  const ask = async (request: ThreadRequest, transfer: readonly ArrayBuffer[] = []): Promise<void> => {
    worker.postMessage(request, [...transfer]);
    waiting++;
    while (waiting >= slots) await new Promise<void>((ready) => (done = ready));
  };
  let shape: PictureShape | null = null;
  let memory: Uint8Array = new Uint8Array(0);
  let slot = 0;
  let times: number[] = [];
  const send = async (): Promise<void> => {
    if (times.length === 0) return;
    const request: ThreadRequest = { kind: 'pictures', at: slot * batchPictures, times };
    times = [];
    slot = (slot + 1) % slots;
    await ask(request);
  };
  for await (const sample of samples) {
    if (!isRaw(sample)) {
      const bytes = sample.kind === 'audio' ? null : sample.data.buffer;
      await ask({ kind: 'sample', sample }, bytes instanceof ArrayBuffer ? [bytes] : []);
      continue;
    }
    const { request, kind, width, height, channels, data, time } = sample;
    const bytes = data.byteLength;
    if (shape === null || shape.request !== request || shape.width !== width || shape.bytes !== bytes) {
      await send();
      shape = { request, kind, width, height, channels, bytes };
      slot = 0;
      const shared = new SharedArrayBuffer(slots * batchPictures * bytes);
      memory = new Uint8Array(shared);
      worker.postMessage({ kind: 'open', shape, memory: shared } satisfies ThreadRequest);
    }
    memory.set(data, (slot * batchPictures + times.length) * bytes);
    times.push(time);
    recycle(data);
    if (times.length === batchPictures) await send();
  }
  await send();
  worker.postMessage({ kind: 'finish', question } satisfies ThreadRequest);
  return answered;
}
