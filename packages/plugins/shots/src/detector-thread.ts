import { Worker } from 'node:worker_threads';
import type { Detection, DetectorReply, DetectorRequest, FrameSize } from './detector-message.ts';
import type { ShotsOptions } from './options.ts';
import type { FramePicture } from './picture.ts';

/** Frames per message, and batches in the memory that both threads share: 6.5 MB at 160×284 with colour. */
const batchFrames = 32;
const slots = 4;

/** A frame and its presentation time, seconds. */
export interface TimedFrame extends FramePicture {
  readonly time: number;
}

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
  let waiting = 0;
  let measured = (): void => undefined;
  const found = new Promise<Detection>((resolve) => {
    worker.on('message', (reply: DetectorReply) => {
      if (reply.kind === 'found') return resolve(reply);
      waiting--;
      measured();
    });
  });
  const ask = (request: DetectorRequest): void => worker.postMessage(request);
  let size: FrameSize | null = null;
  let memory: Uint8Array = new Uint8Array(0);
  let slot = 0;
  let times: number[] = [];
  const send = async (): Promise<void> => {
    if (times.length === 0) return;
    ask({ kind: 'frames', at: slot * batchFrames, times });
    times = [];
    slot = (slot + 1) % slots;
    waiting++;
    // The slot that is filled next must have been measured.
    while (waiting >= slots) await new Promise<void>((ready) => (measured = ready));
  };
  for await (const { width, height, data, time } of frames) {
    const bytes = data.byteLength;
    if (size === null || size.width !== width || size.height !== height || size.bytes !== bytes) {
      await send();
      size = { width, height, bytes };
      slot = 0;
      const shared = new SharedArrayBuffer(slots * batchFrames * bytes);
      memory = new Uint8Array(shared);
      ask({ kind: 'open', size, memory: shared });
    }
    memory.set(data, (slot * batchFrames + times.length) * bytes);
    times.push(time);
    recycle(data);
    if (times.length === batchFrames) await send();
  }
  await send();
  ask({ kind: 'finish', options });
  return found;
}
