import { readFile } from 'node:fs/promises';
import type { Picture } from '@shenpian/core';
import { resizePicture } from './crop.ts';
import type { Network, Tensor } from './runtime.ts';

/** Height of the recognition input, px, and its widest: about 80 characters. */
const inputHeight = 48;
const widestInput = 4000;
/** The network was trained on inputs of this width; of narrower ones it misses single characters (2 of 12 singles). */
const trainedWidth = 320;
/** Wider than this a line has enough characters to be read without padding, which costs time. */
const wideEnough = 160;
/** How many other readings of a character are kept, and the least probability of one. */
const mostAlternatives = 4;
const leastAlternative = 0.0005;

/** Another reading of a character and its probability, 0–1. */
export interface Alternative {
  readonly text: string;
  readonly confidence: number;
}

/** A character as recognised. */
export interface Character extends Alternative {
  /** Its middle, as a fraction of the width of the line's picture. */
  readonly x: number;
  /** Likeliest first, without the one chosen. */
  readonly alternatives: readonly Alternative[];
}

/** What the network says of a line, column by column. */
export interface LineScores {
  readonly characters: readonly Character[];
  /** The likeliest character within a part of the line (fractions of its width), blanks left out; null for none. */
  likeliest(from: number, to: number): Character | null;
}

/** Classes of PP-OCRv4: blank, the characters of the key file, and the space that PaddleOCR appends. */
export async function readAlphabet(file: string): Promise<string[]> {
  const keys = (await readFile(file, 'utf8')).split(/\r?\n/);
  if (keys.at(-1) === '') keys.pop();
  return ['', ...keys, ' '];
}

/** Reads the picture of one line with PP-OCRv4 recognition. */
export async function scoreLine(network: Network, alphabet: readonly string[], line: Picture): Promise<LineScores> {
  const width = Math.max(16, Math.min(widestInput, Math.round((line.width * inputHeight) / line.height)));
  const small = await resizePicture(line, width, inputHeight);
  const padded = width < wideEnough ? trainedWidth : Math.ceil(width / 8) * 8;
  return scoresOf(await network.run(recognitionInput(small, padded)), alphabet, padded / width);
}

/** (x / 255 − 0.5) / 0.5 in BGR, as PaddleOCR does; padded on the right with the neutral 0. */
function recognitionInput(line: Picture, width: number): Tensor {
  const { data, channels } = line;
  const plane = width * inputHeight;
  const input = new Float32Array(3 * plane);
  const blue = channels === 1 ? 0 : 2;
  const green = channels === 1 ? 0 : 1;
  for (let y = 0; y < inputHeight; y++) {
    let from = y * line.width * channels;
    let to = y * width;
    for (let x = 0; x < line.width; x++, from += channels, to++) {
      input[to] = data[from + blue]! / 127.5 - 1;
      input[to + plane] = data[from + green]! / 127.5 - 1;
      input[to + 2 * plane] = data[from]! / 127.5 - 1;
    }
  }
  return { data: input, dims: [1, 3, inputHeight, width] };
}

/**
 * Greedy CTC: the likeliest class of each column, repeats and blanks removed.
 *
 * @param stretch Width of the input ÷ width of the line in it: padding is not part of the line.
 */
export function scoresOf(output: Tensor, alphabet: readonly string[], stretch = 1): LineScores {
  const columns = output.dims[1]!;
  const classes = output.dims[2]!;
  const { data } = output;
  const place = (column: number): number => ((column + 0.5) / columns) * stretch;
  const characterAt = (column: number, chosen: number): Character => {
    const scores = data.subarray(column * classes, (column + 1) * classes);
    const others = topClasses(scores).filter((k) => k !== chosen && k !== 0 && scores[k]! >= leastAlternative);
    return {
      text: alphabet[chosen] ?? '',
      confidence: scores[chosen]!,
      x: place(column),
      alternatives: others.map((k) => ({ text: alphabet[k] ?? '', confidence: scores[k]! })),
    };
  };
  const characters: Character[] = [];
  let previous = 0;
  let peak = 0;
  for (let column = 0; column <= columns; column++) {
    let best = 0;
    if (column < columns) {
      const from = column * classes;
      for (let k = 1; k < classes; k++) if (data[from + k]! > data[from + best]!) best = k;
    }
    if (best !== previous) {
      if (previous !== 0) characters.push(characterAt(peak, previous));
      peak = column;
    } else if (best !== 0 && data[column * classes + best]! > data[peak * classes + best]!) peak = column;
    previous = best;
  }
  return {
    characters,
    likeliest(from, to) {
      // First and last column whose middle lies between.
      const first = Math.floor((from / stretch) * columns - 0.5) + 1;
      const end = Math.ceil((to / stretch) * columns - 0.5);
      const best = highest(data, classes, Math.max(0, first), Math.min(columns, end));
      return best === null ? null : characterAt(Math.floor(best / classes), best % classes);
    },
  };
}

// Not inside of `likeliest`: V8 compiled it anew for every line there, 3.7 s for the 128 lines of three minutes.
/** Where the highest score of these columns is, blanks left out; null when there is none. */
function highest(scores: Float32Array, classes: number, from: number, to: number): number | null {
  let [best, score] = [-1, 0];
  for (let column = from; column < to; column++) {
    for (let at = column * classes + 1; at < (column + 1) * classes; at++) {
      if (scores[at]! > score) [best, score] = [at, scores[at]!];
    }
  }
  return best < 0 ? null : best;
}

/** The classes of the highest scores, highest first. */
function topClasses(scores: Float32Array): number[] {
  const top: number[] = [];
  for (let k = 0; k < scores.length; k++) {
    if (scores[k]! < leastAlternative && top.length > 0) continue;
    let at = top.length;
    while (at > 0 && scores[top[at - 1]!]! < scores[k]!) at--;
    if (at <= mostAlternatives) top.splice(at, 0, k);
    if (top.length > mostAlternatives + 1) top.pop();
  }
  return top;
}
