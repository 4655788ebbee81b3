import { Worker } from 'node:worker_threads';
import { transfer, wrap, type Remote } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Boundary } from './boundary.ts';
import type { DetectorApi, FrameBatch } from './detector-api.ts';
import type { ShotsOptions } from './options.ts';
import type { GrayPicture } from './gray-picture.ts';

/** A gray frame and its presentation time, seconds. */
export interface TimedFrame extends GrayPicture {
  readonly time: number;
}

/** Frames per message, and messages that may wait: enough to keep the worker busy, 1.5 MB at 160×284. */
const batchFrames = 16;
const batchesInFlight = 2;

/**
 * Feeds frames to a worker thread and returns the boundaries that it found. The frames' bytes are transferred, so they are
 * gone afterwards; while the worker is behind, no more frames are taken.
 *
 * @throws the worker's error when it fails, or the signal's reason when it is aborted.
 */
export async function detectInThread(
  frames: AsyncIterable<TimedFrame>,
  options: ShotsOptions,
  signal: AbortSignal,
): Promise<readonly Boundary[]> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./detector-worker.js', import.meta.url));
  try {
    const detector = wrap<DetectorApi>(nodeEndpoint(worker));
    return await Promise.race([failure(worker, signal), feed(detector, frames, options)]);
  } finally {
    await worker.terminate();
  }
}

// A worker that died never answers, so every wait for it also waits for its end.
function failure(worker: Worker, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the shot detector stopped before it had finished')));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function feed(
  detector: Remote<DetectorApi>,
  frames: AsyncIterable<TimedFrame>,
  options: ShotsOptions,
): Promise<readonly Boundary[]> {
  const waiting: Promise<void>[] = [];
  for await (const batch of batches(frames)) {
    if (waiting.length >= batchesInFlight) await waiting.shift();
    const answer = detector.push(
      transfer(
        batch,
        batch.data.map(({ buffer }) => buffer as ArrayBuffer),
      ),
    );
    // It is awaited later; until then its failure must not count as unhandled.
    answer.catch(() => undefined);
    waiting.push(answer);
  }
  await Promise.all(waiting);
  return detector.finish(options);
}

async function* batches(frames: AsyncIterable<TimedFrame>): AsyncIterable<FrameBatch> {
  let group: TimedFrame[] = [];
  for await (const frame of frames) {
    const first = group[0];
    const resized = first && (first.width !== frame.width || first.height !== frame.height);
    if (resized || group.length >= batchFrames) {
      yield toBatch(group);
      group = [];
    }
    group.push(frame);
  }
  if (group.length > 0) yield toBatch(group);
}

function toBatch(frames: readonly TimedFrame[]): FrameBatch {
  const { width, height } = frames[0]!;
  return {
    width,
    height,
    times: frames.map(({ time }) => time),
    data: frames.map(({ data }) => ownBytes(data)),
  };
}

// Transferring a view would take the rest of its buffer away from whoever else looks at it.
function ownBytes(data: Uint8Array): Uint8Array {
  return data.byteLength === data.buffer.byteLength ? data : data.slice();
}
