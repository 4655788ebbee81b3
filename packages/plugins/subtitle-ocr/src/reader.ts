import { Worker } from 'node:worker_threads';
import * as Comlink from 'comlink';
import type { Picture } from '@shenpian/core';
import type { BandRequest } from './band-reading.ts';
import type { BurnedIn } from './burned-in.ts';
import type { PixelBox } from './crop.ts';
import type { EngineChoice } from './engine-choice.ts';
import { EngineError, type EngineId, type StillReading, type TextLine } from './engine.ts';
import type { LineText } from './line-text.ts';
import type { OcrService } from './ocr-worker.ts';
import type { ReadingOptions } from './options.ts';
import type { SubtitleBand } from './subtitle-band.ts';
import type { BandFrame } from './text-group.ts';
import { threadEndpoint } from './thread-endpoint.ts';

/** An engine in a worker thread. All calls reject with an EngineError once the thread has died. */
export interface Reader {
  readonly engine: EngineId;
  /** What it runs on and, when it is not the first choice, why. */
  readonly detail: string;
  /** Finds lines on a picture. Its bytes are moved to the thread: the picture is empty afterwards. */
  find(picture: Picture, glyph: number): Promise<PixelBox[]>;
  /** Reads a picture of the band. Its bytes are moved to the thread. */
  readBand(picture: Picture, request: BandRequest): Promise<TextLine[]>;
  /** Reads the lines in these boxes (px), one text for each. Bytes of the picture are moved to the thread. */
  readLines(picture: Picture, boxes: readonly PixelBox[]): Promise<LineText[]>;
  /** Reads a JPEG unless it looks like `previous`. Its bytes are moved to the thread. */
  readStill(jpeg: Uint8Array, glyph: number, previous: Uint8Array | null): Promise<StillReading>;
  /** Rows that are followed in the thread, numbered by the caller. Frames lie in shared memory, which answers give back. */
  readonly rows: {
    open(id: number, band: SubtitleBand, options: ReadingOptions): Promise<void>;
    push(id: number, frames: readonly BandFrame[]): Promise<Uint8Array[]>;
    finish(id: number, seconds: number): Promise<BurnedIn[]>;
    close(id: number): Promise<void>;
  };
  /**
   * Gives the reader back once its calls have ended: a process that exits in the middle of one is aborted by the native
   * runtime. The thread ends when nobody has needed it for a while.
   */
  release(): Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  readonly service: Comlink.Remote<OcrService>;
  /** Calls without an answer, to be told when the thread dies. */
  readonly waiting: Set<(error: EngineError) => void>;
  death: EngineError | null;
  readonly opened: Promise<{ id: EngineId; detail: string }>;
  users: number;
  idle: NodeJS.Timeout | null;
}

/** Loading the models takes half a second, so the thread outlives the gap between two episodes. */
const idleMilliseconds = 20_000;

// One thread per engine for the whole process: the models are large, and more threads would fight over the same cores.
const threads = new Map<EngineChoice, Thread>();

/**
 * Takes a share in the reader thread of this process, starting it when there is none. Call `release` in a `finally`.
 *
 * @throws EngineError when no engine opens.
 */
export async function borrowReader(choice: EngineChoice): Promise<Reader> {
  const thread = threads.get(choice) ?? startThread(choice);
  thread.users++;
  thread.worker.ref();
  if (thread.idle) clearTimeout(thread.idle);
  thread.idle = null;
  const calls = new Set<Promise<unknown>>();
  const tracked = <T>(call: Promise<T>): Promise<T> => {
    const answer = alive(thread, call);
    calls.add(answer);
    answer.finally(() => calls.delete(answer)).catch(() => {});
    return answer;
  };
  let released = false;
  const release = async (): Promise<void> => {
    if (released) return;
    released = true;
    await Promise.allSettled(calls);
    thread.users--;
    if (thread.users > 0) return;
    thread.worker.unref();
    thread.idle = setTimeout(() => void endThread(choice, thread), idleMilliseconds).unref();
  };
  try {
    const { id, detail } = await alive(thread, thread.opened);
    return {
      engine: id,
      detail,
      find: (picture, glyph) => tracked(thread.service.find(moved(picture), glyph)),
      readBand: (picture, request) => tracked(thread.service.readBand(moved(picture), request)),
      readLines: (picture, boxes) => tracked(thread.service.readLines(moved(picture), boxes)),
      readStill(jpeg, glyph, previous) {
        const data = ownBytes(jpeg);
        const moved = Comlink.transfer(data, [data.buffer]);
        return tracked(thread.service.readStill(moved, glyph, previous));
      },
      rows: {
        open: (id, band, rowOptions) => tracked(thread.service.openRow(id, band, rowOptions)),
        push: (id, frames) => tracked(thread.service.pushFrames(id, frames)),
        finish: (id, seconds) => tracked(thread.service.finishRow(id, seconds)),
        close: (id) => tracked(thread.service.closeRow(id)),
      },
      release,
    };
  } catch (error) {
    await release();
    await endThread(choice, thread);
    throw error instanceof EngineError
      ? error
      : new EngineError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** What the open readers of this process run on, for people; empty when nothing was read lately. */
export async function openReaders(): Promise<string[]> {
  return Promise.all([...threads.values()].map(async ({ opened }) => (await opened).detail));
}

/** Ends all reader threads of this process at once, whoever uses them. */
export async function closeReaders(): Promise<void> {
  await Promise.all([...threads].map(([choice, thread]) => endThread(choice, thread)));
}

function startThread(choice: EngineChoice): Thread {
  const worker = new Worker(new URL('./ocr-worker.js', import.meta.url));
  const service = Comlink.wrap<OcrService>(threadEndpoint(worker));
  const opened = service.open(choice);
  opened.catch(() => {});
  const thread: Thread = {
    worker,
    service,
    waiting: new Set(),
    death: null,
    opened,
    users: 0,
    idle: null,
  };
  threads.set(choice, thread);
  const die = (message: string, cause?: unknown): void => {
    if (threads.get(choice) === thread) threads.delete(choice);
    thread.death ??= new EngineError(message, { cause });
    for (const reject of thread.waiting) reject(thread.death);
  };
  worker.once('error', (cause) => die('the OCR thread failed', cause));
  worker.once('exit', (code) => die(`the OCR thread ended with code ${code}`));
  return thread;
}

async function endThread(choice: EngineChoice, thread: Thread): Promise<void> {
  if (threads.get(choice) === thread) threads.delete(choice);
  if (thread.idle) clearTimeout(thread.idle);
  // Tesseract runs in a thread of its own, which would outlive this one.
  await alive(thread, thread.service.close()).catch(() => {});
  await thread.worker.terminate();
}

/** An answer of the thread, or its death: comlink alone would wait for ever. */
function alive<T>(thread: Thread, call: Promise<T>): Promise<T> {
  if (thread.death) return Promise.reject(thread.death);
  return new Promise<T>((resolve, reject) => {
    thread.waiting.add(reject);
    call.then(resolve, reject).finally(() => thread.waiting.delete(reject));
  });
}

/** A picture whose bytes go to the thread. */
function moved<T extends Picture>(picture: T): T {
  const data = ownBytes(picture.data);
  return Comlink.transfer({ ...picture, data }, [data.buffer]);
}

/** Bytes that lie alone in their buffer, so that moving them takes nothing from anyone else. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const alone = buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength;
  return alone ? new Uint8Array(buffer) : Uint8Array.from(bytes);
}
