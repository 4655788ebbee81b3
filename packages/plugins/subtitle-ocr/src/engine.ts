import type { Picture } from '@shenpian/core';
import type { PixelBox } from './crop.ts';
import type { LineText } from './line-text.ts';

/** The engines that read text from pictures. */
export const engineIds = ['paddle', 'tesseract'] as const;
/** See {@link engineIds}. */
export type EngineId = (typeof engineIds)[number];

/** One line of text on a picture. `box` is in px of that picture. */
export interface TextLine extends LineText {
  readonly box: PixelBox;
}

/** A still as read: its size, and its lines; `lines` is null when it looks like the still before. */
export interface StillReading {
  readonly width: number;
  readonly height: number;
  readonly sketch: Uint8Array;
  readonly lines: readonly TextLine[] | null;
}

/** Finds and reads text on pictures. */
export interface Engine {
  readonly id: EngineId;
  /** What it runs on, for people: the runtime and the models. */
  readonly detail: string;
  /**
   * Finds lines, top to bottom, left to right.
   *
   * @param glyph Expected height of a character in px of the picture; decides the scale at which lines are looked for.
   */
  find(picture: Picture, glyph: number): Promise<PixelBox[]>;
  /**
   * Reads the line in a box.
   *
   * @param glyph Height of a character, px, where it is known: then characters that the engine drops are looked for. Else null.
   */
  readLine(picture: Picture, box: PixelBox, glyph: number | null): Promise<LineText>;
  /** Frees models and threads. The engine cannot be used afterwards. */
  close(): Promise<void>;
}

/** Finds and reads all lines of a picture. */
export async function readAll(engine: Engine, picture: Picture, glyph: number): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for (const box of await engine.find(picture, glyph)) {
    const line = await engine.readLine(picture, box, null);
    if (line.text !== '') lines.push({ ...line, box });
  }
  return lines;
}

/** Whether an engine can run on this machine, for `shenpian doctor`. */
export interface EngineStatus {
  readonly id: EngineId;
  readonly available: boolean;
  /** What it runs on; when it is not available, the reason. */
  readonly detail: string;
}

/** No engine could be opened. `cause` is the error of the last one tried. */
export class EngineError extends Error {
  readonly code = 'ERR_OCR_ENGINE';
  override readonly name = 'EngineError';
}
