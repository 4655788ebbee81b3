import { channel } from 'node:diagnostics_channel';
import { parentPort } from 'node:worker_threads';
import * as Comlink from 'comlink';
import type { Picture } from '@shenpian/core';
import { readBand, type BandRequest } from './band-reading.ts';
import { decodePicture, type PixelBox } from './crop.ts';
import { readAll, type Engine, type EngineId, type StillReading, type TextLine } from './engine.ts';
import { openEngine, type EngineChoice } from './engine-choice.ts';
import type { LineText } from './line-text.ts';
import { rowService } from './row-service.ts';
import { threadEndpoint } from './thread-endpoint.ts';
import { sketchDiffers, sketchOf } from './sketch.ts';

let engine: Engine | null = null;
/** Opened when it is first asked for: most episodes never need it. */
let second: Promise<Engine | null> | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** One call after another: an engine must not be closed under a call. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => {});
  return done;
}

/** Tells whoever measures this process, in this thread, what is read. */
const readings = channel('shenpian.subtitle-ocr.read');

const read = (picture: Picture, request: BandRequest): Promise<TextLine[]> => {
  readings.publish({ picture, request });
  return inTurn(() => readBand(opened(), picture, request, openSecond));
};

/** What runs in the worker thread. */
const service = {
  ...rowService(
    { readBand: read },
    () => opened().id,
    () => inTurn(async () => {}),
  ),
  open: (choice: EngineChoice): Promise<{ id: EngineId; detail: string }> =>
    inTurn(async () => {
      engine = await openEngine(choice);
      return { id: engine.id, detail: engine.detail };
    }),
  find: (picture: Picture, glyph: number): Promise<PixelBox[]> => inTurn(() => opened().find(picture, glyph)),
  readBand: read,
  /** Reads lines whose places are known. */
  readLines: (picture: Picture, boxes: readonly PixelBox[]): Promise<LineText[]> =>
    inTurn(async () => {
      const lines: LineText[] = [];
      for (const box of boxes) lines.push(await opened().readLine(picture, box, null));
      return lines;
    }),
  /** Reads a JPEG unless it looks like the one whose sketch is given; then `lines` is null. */
  readStill: (jpeg: Uint8Array, glyph: number, previous: Uint8Array | null): Promise<StillReading> =>
    inTurn(async () => {
      const picture = await decodePicture(jpeg);
      const sketch = await sketchOf(picture);
      const same = previous !== null && !sketchDiffers(previous, sketch);
      const lines = same ? null : await readAll(opened(), picture, glyph);
      return { width: picture.width, height: picture.height, sketch, lines };
    }),
  close: (): Promise<void> =>
    inTurn(async () => {
      await engine?.close();
      await (await second)?.close();
      [engine, second] = [null, null];
    }),
};

/** Tesseract beside PP-OCR; null when it is the first engine already, or cannot be opened. */
function openSecond(): Promise<Engine | null> {
  if (opened().id === 'tesseract') return Promise.resolve(null);
  second ??= openEngine('tesseract').catch(() => null);
  return second;
}

function opened(): Engine {
  if (!engine) throw new TypeError('the engine is not open');
  return engine;
}

/** The calls that a reader makes. */
export type OcrService = typeof service;

if (!parentPort) throw new TypeError('runs as a worker thread only');
Comlink.expose(service, threadEndpoint(parentPort));
