import { Worker } from 'node:worker_threads';
import type { Detection, DetectorReply, DetectorRequest } from './detector-message.ts';
import { frameBatch, type FrameBatch, type TimedFrame } from './frame-batch.ts';
import type { ShotsOptions } from './options.ts';

/** Frames per message, and messages that may wait: enough to keep the worker busy, 3 MB at 160×284 with colour. */
const batchFrames = 16;
const batchesInFlight = 3;

/** What becomes of the frames. */
export interface DetectorSettings {
  readonly options: ShotsOptions;
  readonly signal: AbortSignal;
  /** Gets the bytes of frames that nobody looks at any more. */
  recycle(bytes: Uint8Array): void;
}

/**
 * Feeds frames to a worker thread and returns what it found. While the worker is behind, no more frames are taken.
 *
 * @throws the worker's error when it fails, or the signal's reason when it is aborted.
 */
export async function detectInThread(
  frames: AsyncIterable<TimedFrame>,
  { options, signal, recycle }: DetectorSettings,
): Promise<Detection> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./detector-worker.js', import.meta.url));
  let onAbort = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    // A worker that died never answers, so every wait for it also waits for its end.
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the shot detector stopped before it had finished')));
  });
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([ended, feed(worker, frames, { options, recycle })]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}

async function feed(
  worker: Worker,
  frames: AsyncIterable<TimedFrame>,
  { options, recycle }: Omit<DetectorSettings, 'signal'>,
): Promise<Detection> {
  const free: ArrayBuffer[] = [];
  let inFlight = 0;
  let measured = (): void => undefined;
  const found = new Promise<Detection>((resolve) => {
    worker.on('message', (reply: DetectorReply) => {
      if (reply.kind === 'found') return resolve(reply);
      inFlight--;
      free.push(reply.data);
      measured();
    });
  });
  const send = async (batch: FrameBatch): Promise<void> => {
    while (inFlight >= batchesInFlight) await new Promise<void>((ready) => (measured = ready));
    inFlight++;
    const message = batch.message();
    worker.postMessage(message, [message.data]);
  };
  let batch: FrameBatch | null = null;
  for await (const frame of frames) {
    if (batch !== null && !batch.fits(frame)) {
      await send(batch);
      batch = null;
    }
    batch ??= frameBatch(frame, batchFrames, free.pop());
    batch.add(frame);
    recycle(frame.data);
  }
  if (batch !== null) await send(batch);
  worker.postMessage({ kind: 'finish', options } satisfies DetectorRequest);
  return found;
}
