import type { Picture } from '@shenpian/core';
import type { PixelBox } from './crop.ts';

/** The engines that read text from pictures. */
export const engineIds = ['paddle', 'tesseract'] as const;
/** See {@link engineIds}. */
export type EngineId = (typeof engineIds)[number];

/** One line of text on a picture. `box` is in px of that picture; `confidence` is the mean per character, 0–1. */
export interface TextLine {
  readonly text: string;
  readonly confidence: number;
  readonly box: PixelBox;
}

/** A row of lines of one size: its middle and the height of a line, px of the picture. */
export interface PixelRow {
  readonly y: number;
  readonly height: number;
}

/** A still as read: its size, and its lines; `lines` is null when it looks like the still before. */
export interface StillReading {
  readonly width: number;
  readonly height: number;
  readonly sketch: Uint8Array;
  readonly lines: readonly TextLine[] | null;
}

/** Reads text from pictures. Every engine gives lines in reading order: top to bottom, left to right. */
export interface Engine {
  readonly id: EngineId;
  /** What it runs on, for people: the runtime and the models. */
  readonly detail: string;
  /**
   * Finds and reads the lines of a picture.
   *
   * @param glyph Expected height of a character in px of the picture; decides the scale at which lines are looked for.
   * @param row Where lines are known to stand; null or left out when they may be of any size anywhere.
   */
  read(picture: Picture, glyph: number, row?: PixelRow | null): Promise<TextLine[]>;
  /** Frees models and threads. The engine cannot be used afterwards. */
  close(): Promise<void>;
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
