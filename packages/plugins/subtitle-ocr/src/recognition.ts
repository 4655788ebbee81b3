import { readFile } from 'node:fs/promises';
import type { Picture } from '@shenpian/core';
import { resizePicture } from './crop.ts';
import type { Network, Tensor } from './runtime.ts';

/** Height of the recognition input, px, and its widest: about 80 characters. */
const inputHeight = 48;
const widestInput = 4000;

/** A line as recognised: `confidence` is the mean per character, 0–1; 0 for an empty line. */
export interface Recognised {
  readonly text: string;
  readonly confidence: number;
}

/** Classes of PP-OCRv4: blank, the characters of the key file, and the space that PaddleOCR appends. */
export async function readAlphabet(file: string): Promise<string[]> {
  const keys = (await readFile(file, 'utf8')).split(/\r?\n/);
  if (keys.at(-1) === '') keys.pop();
  return ['', ...keys, ' '];
}

/** Reads one line of text with PP-OCRv4 recognition. */
export async function recogniseLine(network: Network, alphabet: readonly string[], line: Picture): Promise<Recognised> {
  const width = Math.round((line.width * inputHeight) / line.height);
  const small = await resizePicture(line, Math.max(16, Math.min(widestInput, width)), inputHeight);
  return decodeGreedy(await network.run(recognitionInput(small)), alphabet);
}

/** (x / 255 − 0.5) / 0.5 in BGR, as PaddleOCR does; the width padded to a multiple of 8 with the neutral 0. */
function recognitionInput(line: Picture): Tensor {
  const { data, channels } = line;
  const width = Math.ceil(line.width / 8) * 8;
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

/** Greedy CTC: the likeliest class of each column, repeats and blanks removed. */
export function decodeGreedy(output: Tensor, alphabet: readonly string[]): Recognised {
  const columns = output.dims[1]!;
  const classes = output.dims[2]!;
  const { data } = output;
  let text = '';
  let sum = 0;
  let characters = 0;
  let previous = 0;
  for (let column = 0; column < columns; column++) {
    const from = column * classes;
    let best = 0;
    for (let k = 1; k < classes; k++) if (data[from + k]! > data[from + best]!) best = k;
    if (best !== 0 && best !== previous) {
      text += alphabet[best] ?? '';
      sum += data[from + best]!;
      characters++;
    }
    previous = best;
  }
  return { text: text.trim(), confidence: characters === 0 ? 0 : sum / characters };
}
