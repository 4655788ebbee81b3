import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cueWords } from './cue-words.ts';

/** What a line is about. */
export interface ContextVerdict {
  /**
   * `offence`; `neutral` for film-set jargon and for lines that condemn or treat what they name; `unknown` when the model knows
   * too little of the line, or a neutral one has no cue word (five-fold on the training lines, asking for a cue kept all
   * lowered lines that had a hit and took the offences that passed for neutral from 10 to 4 of 421).
   */
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
      const features = Object.keys(lineFeatures(line));
      const familiar = features.filter((feature) => known.has(feature) && !isCue(feature)).length;
      const verdict = familiar < fewestFamiliar ? unknown : strongest(network.run(lineFeatures(line)));
      return verdict.intent === 'neutral' && !features.some(isCue) ? unknown : verdict;
    },
  };
}

const unknown: ContextVerdict = { intent: 'unknown', score: 0 };

/** Known pairs that a verdict needs: with fewer, 来个大麻 passed for neutral by 来个 alone. */
export const fewestFamiliar = 3;

const isCue = (feature: string): boolean => feature.startsWith('cue:');

/**
 * Pairs of neighbouring characters, punctuation left out, and the groups of {@link cueWords} that the line has. Better than
 * pairs alone, which know a cue only in the words of the training lines, and than pairs with single characters, which let a line
 * of common characters pass for neutral (measured: see README).
 */
export function lineFeatures(line: string): Record<string, number> {
  const characters = [...line.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  const plain = characters.join('');
  const cues = Object.entries(cueWords).flatMap(([group, words]) => (words.test(plain) ? [`cue:${group}`] : []));
  return Object.fromEntries([...pairs, ...cues].map((feature) => [feature, 1]));
}

/** The strongest intent; `unknown` when all are silent. Its share of the squared outputs, as node-nlp weighs them, is the score. */
function strongest(outputs: Readonly<Record<string, number>>): ContextVerdict {
  const ranked = Object.entries(outputs).sort((a, b) => b[1] - a[1]);
  const total = ranked.reduce((sum, [, output]) => sum + output ** 2, 0);
  const [intent, output] = ranked[0] ?? ['unknown', 0];
  return total === 0 ? unknown : { intent, score: output ** 2 / total };
}
