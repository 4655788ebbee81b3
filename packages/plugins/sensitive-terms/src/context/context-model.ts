import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What a line is about. */
export interface ContextVerdict {
  /** A lexicon's id, `neutral` for everyday talk, `unknown` when the model knows too little of the line. */
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
  const json = JSON.parse(await readFile(new URL('../../models/context.json', import.meta.url), 'utf8')) as {
    readonly features: readonly string[];
  };
  // Only the classifier: the whole of node-nlp loads forty languages and a dictionary that it announces on stdout.
  const { NeuralNetwork } = createRequire(import.meta.url)('node-nlp/src/classifiers/index.js') as {
    NeuralNetwork: new () => NeuralNetwork;
  };
  const network = new NeuralNetwork();
  network.fromJSON(json);
  const known = new Set(json.features);
  return {
    judge(line) {
      const features = lineFeatures(line);
      const familiar = Object.keys(features).filter((feature) => known.has(feature)).length;
      return familiar < fewestFamiliar ? { intent: 'unknown', score: 0 } : strongest(network.run(features));
    },
  };
}

// Below this a verdict rests on one or two pairs: 来个大麻 passed for neutral by 来个 alone.
const fewestFamiliar = 3;

/**
 * Pairs of neighbouring characters, punctuation left out. Better than node-nlp's dictionary words, which err most on slang,
 * and than pairs with single characters, which let a line of common characters pass for neutral (measured: see README).
 */
export function lineFeatures(line: string): Record<string, number> {
  const characters = [...line.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));
  return Object.fromEntries(characters.slice(1).map((character, index) => [`${characters[index]}${character}`, 1]));
}

/** The strongest intent; `unknown` when all are silent. Its share of the squared outputs, as node-nlp weighs them, is the score. */
function strongest(outputs: Readonly<Record<string, number>>): ContextVerdict {
  const ranked = Object.entries(outputs).sort((a, b) => b[1] - a[1]);
  const total = ranked.reduce((sum, [, output]) => sum + output ** 2, 0);
  const [intent, output] = ranked[0] ?? ['unknown', 0];
  return total === 0 ? { intent: 'unknown', score: 0 } : { intent, score: output ** 2 / total };
}
