import { Worker } from 'node:worker_threads';
import type { Sample } from '../media/sample.ts';
import type { OtherSample, RawSample, SampleShape, ThreadReply, ThreadRequest } from './thread-message.ts';

/** Samples per message, and batches in the memory that both threads share: 6.5 MB at 160×284 with colour. */
const batch = 32;
const slots = 4;

/** What a thread of samples is given. */
export interface ThreadSettings {
  /** A module that calls `answerSamples` of `@shenpian/core/answer-samples`. */
  readonly worker: URL;
  /** Asked when all samples were seen; plain data. */
  readonly question: unknown;
  readonly signal: AbortSignal;
  /** Gets the bytes of pictures and sound that nobody looks at any more. */
  recycle(bytes: Uint8Array): void;
}

/**
 * Hands samples to a worker thread of their own and returns what it answers. Raw pictures and sound go through memory that both
 * threads share, everything else by message, many at a time. While the worker is behind, no more samples are taken.
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

/** Samples of one request on their way through shared memory. */
interface Lane {
  readonly shape: SampleShape;
  readonly memory: Uint8Array;
  slot: number;
  times: number[];
}

function shapeOf(sample: RawSample): SampleShape {
  const { time: _, data, ...form } = sample;
  return { form, bytes: data.byteLength };
}

function isRaw(sample: Sample): sample is RawSample {
  return sample.kind === 'luma' || sample.kind === 'band' || sample.kind === 'pcm';
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
  // A batch that was sent occupies a slot until the worker has seen it. Answers come in order, so a lane's oldest slot is free.
  const ask = async (request: ThreadRequest): Promise<void> => {
    worker.postMessage(request);
    waiting++;
    while (waiting >= slots) await new Promise<void>((ready) => (done = ready));
  };
  const lanes = new Map<string, Lane>();
  const open = (sample: RawSample): Lane => {
    const shape = shapeOf(sample);
    const memory = new SharedArrayBuffer(slots * batch * shape.bytes);
    worker.postMessage({ kind: 'open', lane: sample.request, shape, memory } satisfies ThreadRequest);
    const lane = { shape, memory: new Uint8Array(memory), slot: 0, times: [] };
    lanes.set(sample.request, lane);
    return lane;
  };
  const send = async (lane: Lane): Promise<void> => {
    const { shape, slot, times } = lane;
    if (times.length === 0) return;
    lane.times = [];
    lane.slot = (slot + 1) % slots;
    await ask({ kind: 'raw', lane: shape.form.request, at: slot * batch, times });
  };
  let others: OtherSample[] = [];
  const sendOthers = async (): Promise<void> => {
    const sent = others;
    others = [];
    if (sent.length > 0) await ask({ kind: 'samples', samples: sent });
  };
  for await (const sample of samples) {
    if (!isRaw(sample)) {
      others.push(sample);
      if (others.length === batch) await sendOthers();
      continue;
    }
    const { data, time } = sample;
    let lane = lanes.get(sample.request);
    if (lane === undefined || lane.shape.bytes !== data.byteLength) {
      if (lane !== undefined) await send(lane);
      lane = open(sample);
    }
    lane.memory.set(data, (lane.slot * batch + lane.times.length) * data.byteLength);
    lane.times.push(time);
    recycle(data);
    if (lane.times.length === batch) await send(lane);
  }
  for (const lane of lanes.values()) await send(lane);
  await sendOthers();
  worker.postMessage({ kind: 'finish', question } satisfies ThreadRequest);
  return answered;
}
