import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What a line is about: an offence, or everyday talk. */
export interface ContextVerdict {
  readonly intent: string;
  /** 0–1. */
  readonly score: number;
}

/** Judges lines; trained on `training/context-lines.yaml`. */
export interface ContextModel {
  judge(line: string): ContextVerdict;
}

/** The part of node-nlp that is used: one perceptron per intent over named features. */
interface NeuralNetwork {
  fromJSON(json: unknown): void;
  run(features: Readonly<Record<string, number>>): Readonly<Record<string, number>>;
}

let loading: Promise<ContextModel> | undefined;

/** The shipped model; loaded once, when first asked for. */
export function loadContextModel(): Promise<ContextModel> {
  loading ??= readModel();
  return loading;
}

async function readModel(): Promise<ContextModel> {
  const json: unknown = JSON.parse(await readFile(new URL('../../models/context.json', import.meta.url), 'utf8'));
  // Only the classifier: the whole of node-nlp loads forty languages and a dictionary that it announces on stdout.
  const { NeuralNetwork } = createRequire(import.meta.url)('node-nlp/src/classifiers/index.js') as {
    NeuralNetwork: new () => NeuralNetwork;
  };
  const network = new NeuralNetwork();
  network.fromJSON(json);
  return { judge: (line) => strongest(network.run(lineFeatures(line))) };
}

/**
 * Characters and pairs of characters, punctuation left out: for short Chinese lines they carry more than words do, since a
 * segmenter errs most on slang (measured: see README).
 */
export function lineFeatures(line: string): Record<string, number> {
  const characters = [...line.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));
  const features: Record<string, number> = {};
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    features[character] = 1;
    if (next !== undefined) features[character + next] = 1;
  });
  return features;
}

/** The strongest intent; its share of the squared outputs, as node-nlp weighs them, is the score. */
export function strongest(outputs: Readonly<Record<string, number>>): ContextVerdict {
  const ranked = Object.entries(outputs).sort((a, b) => b[1] - a[1]);
  const total = ranked.reduce((sum, [, output]) => sum + output ** 2, 0);
  const [intent, output] = ranked[0] ?? ['none', 0];
  return total === 0 ? { intent: 'none', score: 0 } : { intent, score: output ** 2 / total };
}
