import { parentPort } from 'node:worker_threads';
import * as Comlink from 'comlink';
import type { Picture } from '@shenpian/core';
import { decodePicture } from './crop.ts';
import type { Engine, EngineId, PixelRow, StillReading, TextLine } from './engine.ts';
import { openEngine, type EngineChoice } from './engine-choice.ts';
import { threadEndpoint } from './thread-endpoint.ts';
import { sketchDiffers, sketchOf } from './sketch.ts';

let engine: Engine | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** One call after another: an engine must not be closed under a call. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => {});
  return done;
}

/** What runs in the worker thread. */
const service = {
  open: (choice: EngineChoice): Promise<{ id: EngineId; detail: string }> =>
    inTurn(async () => {
      engine = await openEngine(choice);
      return { id: engine.id, detail: engine.detail };
    }),
  read: (picture: Picture, glyph: number, row: PixelRow | null): Promise<TextLine[]> =>
    inTurn(() => opened().read(picture, glyph, row)),
  /** Reads a JPEG unless it looks like the one whose sketch is given; then `lines` is null. */
  readStill: (jpeg: Uint8Array, glyph: number, previous: Uint8Array | null): Promise<StillReading> =>
    inTurn(async () => {
      const picture = await decodePicture(jpeg);
      const sketch = await sketchOf(picture);
      const same = previous !== null && !sketchDiffers(previous, sketch);
      const lines = same ? null : await opened().read(picture, glyph, null);
      return { width: picture.width, height: picture.height, sketch, lines };
    }),
  close: (): Promise<void> =>
    inTurn(async () => {
      await engine?.close();
      engine = null;
    }),
};

function opened(): Engine {
  if (!engine) throw new TypeError('the engine is not open');
  return engine;
}

/** The calls that a reader makes. */
export type OcrService = typeof service;

if (!parentPort) throw new TypeError('runs as a worker thread only');
Comlink.expose(service, threadEndpoint(parentPort));
