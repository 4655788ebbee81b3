import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { SubmissionError } from '../errors.ts';
import type { VideoInput } from '../work/input.ts';
import { decodeArguments, outputDescriptors } from './decode-arguments.ts';
import { decodeLog } from './decode-log.ts';
import { resolveFfmpeg } from './ffmpeg.ts';
import type { FramePool } from './frame-pool.ts';
import { freeBytes } from './free-bytes.ts';
import { multipartJpegs, rawFrames, type FrameSplitter } from './frame-splitter.ts';
import { loudnessLines } from './loudness-lines.ts';
import type { DecodePlan, PictureOutput, Receiver, SoundOutput } from './merge-requests.ts';
import type { Sample } from './sample.ts';
import { readChunks } from './read-chunks.ts';
import { stampQueue, type StampQueue } from './stamp-queue.ts';

/**
 * What a decode did. `seconds` is where the last decoded picture ends; `complete` is false when the file ended early;
 * `lost` is how many pictures that the file's index counts could not be decoded.
 */
export interface DecodeRecord {
  readonly seconds: number;
  readonly frames: number;
  readonly complete: boolean;
  readonly lost: number;
}

/** How the samples of a decode leave it. */
export interface DecodeSink {
  /** The decode waits for this promise before it reads on: the slowest receiver paces it. null: there is room for more. */
  deliver(receiver: Receiver, sample: Sample): Promise<void> | null;
  /** Where memory for raw pictures comes from. */
  readonly pool: FramePool;
  /** Seconds of picture decoded so far. */
  progress?(seconds: number): void;
  readonly signal: AbortSignal;
}

/** Hands a sample to all who asked for it; null when nobody has to be waited for. */
type Hand = (sample: (request: string, data: Uint8Array) => Sample, data: Uint8Array) => Promise<unknown> | null;

/** No byte and no log line for this long, while nobody was waiting for a receiver, is a hang. Seconds. */
const stallLimit = 60;
/** Resident memory at which the decoder is stopped, bytes. A 4K H.264 decode with three outputs took 0.6 GB. */
const memoryLimit = 3 * 1024 ** 3;
/** A picture stream that ends earlier than declared by more than this is incomplete, seconds. */
const endTolerance = 1;

async function residentBytes(pid: number): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

/** Cuts a pipe into items and gives them one after the other, each when the one before was taken. */
function readItems(
  stream: Readable,
  splitter: FrameSplitter,
  give: (item: Uint8Array) => Promise<unknown> | null,
): Promise<void> {
  const giveAll = (items: readonly Uint8Array[]): Promise<unknown> | null => {
    for (const [n, item] of items.entries()) {
      const wait = give(item);
      if (wait !== null) return wait.then(() => giveAll(items.slice(n + 1)));
    }
    return null;
  };
  return readChunks(stream, (chunk: Uint8Array) => {
    const items = splitter.push(chunk);
    freeBytes(chunk);
    return giveAll(items);
  });
}

function readPictures(
  stream: Readable,
  output: PictureOutput,
  { stamps, pool }: { readonly stamps: StampQueue; readonly pool: FramePool },
  hand: Hand,
): Promise<void> {
  const { kind, width, height, channels, bytes } = output;
  const splitter = kind === 'still' ? multipartJpegs() : rawFrames(bytes, pool);
  const give = (frame: Uint8Array, time: number): Promise<unknown> | null =>
    hand(
      (request, data) =>
        kind === 'still' ? { request, kind, time, data } : { request, kind, time, width, height, channels, data },
      frame,
    );
  return readItems(stream, splitter, (frame) => {
    const time = stamps.next();
    return typeof time === 'number' ? give(frame, time) : time.then((later) => give(frame, later));
  });
}

/** Bytes of a sample of one channel. */
const sampleBytes = 4;

/** Blocks of 100 ms; the last may be shorter. */
async function readSound(
  stream: Readable,
  { rate, channels }: SoundOutput,
  pool: FramePool,
  hand: Hand,
): Promise<void> {
  const step = channels * sampleBytes;
  const splitter = rawFrames(Math.round(rate / 10) * step, pool);
  let bytes = 0;
  const next = (block: Uint8Array): Promise<unknown> | null => {
    const time = bytes / step / rate;
    bytes += block.length;
    return hand((request, data) => ({ request, kind: 'pcm', time, rate, channels, data }), block);
  };
  await readItems(stream, splitter, next);
  const rest = splitter.rest();
  const whole = rest.length - (rest.length % step);
  if (whole > 0) await next(rest.slice(0, whole));
}

/**
 * Runs the single decode of an episode: one ffmpeg process, one filter graph, a pipe per picture output.
 *
 * @throws SubmissionError when no picture could be decoded or the decoder hung; the abort reason when cancelled.
 */
export async function decode(input: VideoInput, plan: DecodePlan, sink: DecodeSink): Promise<DecodeRecord> {
  const tools = await resolveFfmpeg();
  sink.signal.throwIfAborted();
  const { probe, file, path } = input;
  const { pictures, sound, loudness } = outputDescriptors(plan);
  const descriptors = [...pictures, sound, loudness].filter((each) => each !== null);
  const stdio = Array.from({ length: Math.max(2, ...descriptors) + 1 }, () => 'pipe' as const);
  const child = spawn(tools.ffmpeg.file, decodeArguments(file, plan, probe.videoSeconds, tools), {
    stdio: ['ignore', ...stdio.slice(1)],
    windowsHide: true,
  });
  const stop = (): void => void child.kill('SIGKILL');
  let onAbort = stop;

  const frameSeconds = probe.fps > 0 ? 1 / probe.fps : 0.04;
  const queues = plan.pictures.map(() => stampQueue(frameSeconds));
  const everyFrame = queues.filter((_, i) => plan.pictures[i]?.thin === null);
  let frames = 0;
  let decoded = 0;
  let lastSign = performance.now();
  let waiting = 0;
  let stopped: 'stall' | 'memory' | null = null;
  let audioDelivered: Promise<void> = Promise.resolve();

  const hand = (receivers: readonly Receiver[], pooled: boolean): Hand => {
    // Each receiver owns its bytes, since it may transfer them to a worker.
    const copy = (data: Uint8Array): Uint8Array => {
      if (!pooled) return data.slice();
      const own = sink.pool.take(data.length);
      own.set(data);
      return own;
    };
    return (make, data) => {
      let waits: Promise<void>[] | null = null;
      for (const [i, receiver] of receivers.entries()) {
        const own = i === receivers.length - 1 ? data : copy(data);
        const wait = sink.deliver(receiver, make(receiver.name, own));
        if (wait !== null) (waits ??= []).push(wait);
      }
      lastSign = performance.now();
      if (waits === null) return null;
      waiting += 1;
      return Promise.all(waits).then(() => {
        waiting -= 1;
        lastSign = performance.now();
      });
    };
  };

  const log = decodeLog({
    frame: (index, time) => queues[index]?.push(time),
    clock: (time) => {
      frames += 1;
      for (const queue of everyFrame) queue.push(time);
      decoded = Math.max(decoded, (time ?? decoded) + frameSeconds);
      if (frames % 25 === 0) sink.progress?.(decoded);
    },
  });
  const measures = loudnessLines((measure) => {
    for (const receiver of plan.audio) {
      const sample: Sample = { request: receiver.name, kind: 'audio', ...measure };
      audioDelivered = audioDelivered.then(() => sink.deliver(receiver, sample) ?? undefined);
    }
  });

  const watch = setInterval(() => {
    if (waiting === 0 && performance.now() - lastSign > stallLimit * 1000) {
      stopped = 'stall';
      stop();
    }
    if (child.pid !== undefined) {
      void residentBytes(child.pid).then((bytes) => {
        if (bytes <= memoryLimit) return;
        stopped = 'memory';
        stop();
      });
    }
  }, 1000);

  try {
    const closed = new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', () => resolve());
    });
    // A receiver may never answer: cancelling waits for the process only.
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const cancelled = new Promise<void>((resolve) => {
      onAbort = () => {
        stop();
        void exited.then(resolve);
      };
      sink.signal.addEventListener('abort', onAbort, { once: true });
    });
    const logRead = (async () => {
      child.stderr?.setEncoding('utf8');
      await readChunks(child.stderr as Readable, (chunk: string) => {
        lastSign = performance.now();
        log.push(chunk);
        return null;
      });
      for (const queue of queues) queue.close();
    })();
    const picturesRead = plan.pictures.map((output, i) =>
      readPictures(
        child.stdio[pictures[i]!] as Readable,
        output,
        { stamps: queues[i] as StampQueue, pool: sink.pool },
        hand(output.receivers, output.kind !== 'still'),
      ),
    );
    const { pcm } = plan;
    const soundRead =
      pcm === null || sound === null
        ? null
        : readSound(child.stdio[sound] as Readable, pcm, sink.pool, hand(pcm.receivers, true));
    const loudnessRead = (async () => {
      if (loudness === null) return;
      const stream = child.stdio[loudness] as Readable;
      stream.setEncoding('utf8');
      await readChunks(stream, (chunk: string) => {
        measures.push(chunk);
        return null;
      });
    })();
    if (descriptors.length === 0) child.stdout?.resume();
    const all = Promise.all([closed, logRead, soundRead, loudnessRead, ...picturesRead]).then(() => audioDelivered);
    await Promise.race([all, cancelled]);
  } finally {
    clearInterval(watch);
    sink.signal.removeEventListener('abort', onAbort);
    stop();
    for (const stream of child.stdio) stream?.destroy();
  }
  sink.signal.throwIfAborted();
  if (stopped === 'stall') throw new SubmissionError('decodeTimeout', path, { seconds: stallLimit });
  if (stopped === 'memory') {
    throw new SubmissionError('decodeFailed', path, { detail: `more than ${memoryLimit / 1024 ** 3} GB of memory` });
  }
  if (frames === 0) throw new SubmissionError('decodeFailed', path, { detail: log.lastWords() });
  const lost = Math.max(0, (probe.frames ?? 0) - frames);
  return { seconds: decoded, frames, complete: decoded >= probe.videoSeconds - endTolerance, lost };
}
