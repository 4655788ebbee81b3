import { readFile } from 'node:fs/promises';

/** How likely characters follow each other in Chinese words. */
export interface CharacterPairs {
  /** Whether any word has this character. */
  knows(character: string): boolean;
  /** Natural logarithm of the probability of `after` next to `before`; of `after` alone when `before` is null. */
  logProbability(before: string | null, after: string): number;
}

/** Share of the general frequency of a character in its probability after another one: words end, and many are not known. */
const backOff = 0.1;
/** Count of a character that no word has. */
const unseen = 0.5;

let loading: Promise<CharacterPairs> | undefined;

/** The shipped counts, `models/pairs.bin`, made by `scripts/count-pairs.mjs` from jieba's dictionary; loaded once. */
export function loadCharacterPairs(): Promise<CharacterPairs> {
  loading ??= readFile(new URL('../models/pairs.bin', import.meta.url)).then(readPairs);
  return loading;
}

function readPairs(file: Buffer): CharacterPairs {
  const bytes = Uint8Array.from(file);
  const [singles = 0, pairs = 0, total = 1] = new Uint32Array(bytes.buffer, 0, 3);
  const pairKeys = new Uint32Array(bytes.buffer, 12, pairs);
  const singleKeys = new Uint16Array(bytes.buffer, 12 + 4 * pairs, singles);
  const counts = bytes.subarray(12 + 4 * pairs + 2 * singles);
  const countOf = (keys: Uint32Array | Uint16Array, key: number, offset: number): number => {
    let low = 0;
    let high = keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = keys[middle]!;
      if (found === key) return 2 ** (counts[offset + middle]! / 8) - 1;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  };
  const alone = (character: string): number => countOf(singleKeys, character.charCodeAt(0), 0);
  return {
    knows: (character) => alone(character) > 0,
    logProbability(before, after) {
      const general = Math.max(unseen, alone(after)) / total;
      if (before === null) return Math.log(general);
      const beside = countOf(pairKeys, before.charCodeAt(0) * 65_536 + after.charCodeAt(0), singles);
      const known = beside / Math.max(unseen, alone(before));
      return Math.log((1 - backOff) * Math.min(1, known) + backOff * general);
    },
  };
}
