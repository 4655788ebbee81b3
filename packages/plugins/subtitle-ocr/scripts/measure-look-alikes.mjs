// Prints which of the 2,600 commonest characters PP-OCRv4 takes for which others, in lines of eight unrelated characters and four
// typefaces: the source of src/look-alikes.ts. Run after a build: node scripts/measure-look-alikes.mjs
import { loadCharacterPairs } from '../dist/character-pairs.js';
import { openPaddle } from '../dist/paddle-engine.js';
import { drawnLine, fonts } from './drawn-line.mjs';

const [common, atOnce, size] = [2600, 8, 44];
/** A confusion counts from the first confidence on, once from the second on. */
const [surely, verySurely] = [0.3, 0.95];

const pairs = await loadCharacterPairs();
const characters = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, n) => String.fromCodePoint(0x4e00 + n))
  .filter((character) => pairs.knows(character))
  .toSorted((a, b) => pairs.logProbability(null, b) - pairs.logProbability(null, a))
  .slice(0, common)
  // Neighbours in frequency often make words: a fixed shuffle keeps them apart.
  .map((character, n) => ({ character, key: (n * 7919) % common }))
  .toSorted((a, b) => a.key - b.key)
  .map(({ character }) => character);

const engine = await openPaddle();
const seen = new Map();
for (const font of fonts) {
  for (let from = 0; from < characters.length; from += atOnce) {
    const line = characters.slice(from, from + atOnce);
    const picture = drawnLine(line.join(''), { font, size, width: size * (line.length + 1.2) });
    const box = { x: size * 0.35, y: size * 0.1, width: picture.width - size * 0.7, height: size * 1.4 };
    const { characters: read } = await engine.readLine(picture, box, null);
    line.forEach((right, n) => {
      const middle = (n + 0.75) * size;
      const there = read.find(({ x }) => Math.abs(x * box.width - middle) < 0.4 * size);
      if (!there || there.text === right) return;
      const key = `${there.text} may be ${right}`;
      seen.set(key, [...(seen.get(key) ?? []), there.confidence]);
    });
  }
}
for (const [key, confidences] of [...seen].toSorted(([a], [b]) => a.localeCompare(b, 'zh'))) {
  const counts = confidences.filter((confidence) => confidence >= surely).length >= 2;
  if (!counts && confidences.every((confidence) => confidence < verySurely)) continue;
  console.log(`${key}: ${confidences.map((confidence) => confidence.toFixed(2)).join(', ')}`);
}
await engine.close();
