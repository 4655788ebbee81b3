// Prints what PP-OCRv4 reads for rare surnames in four typefaces and two sizes: the source of src/often-mistaken.ts.
// Run after a build: node scripts/measure-mistaken.mjs
import { openPaddle } from '../dist/paddle-engine.js';
import { readableCharacters } from '../dist/readable-characters.js';
import { drawnLine, fonts } from './drawn-line.mjs';

const surnames = '佘逄亓仝晁笪缑禤冼仉郗贠逯郄佟佴郐郏芮厍仫亢邝';

const engine = await openPaddle();
const readable = await readableCharacters();
for (const surname of surnames) {
  const seen = new Map();
  for (const font of fonts) {
    for (const size of [40, 60]) {
      const picture = drawnLine(`${surname}先生来了`, { font, size, width: size * 8 });
      const box = { x: size * 0.35, y: size * 0.1, width: size * 5.5, height: size * 1.4 };
      const { characters } = await engine.readLine(picture, box, size);
      const first = characters.findIndex(({ text }) => text === '先');
      const read =
        characters
          .slice(0, first < 0 ? 1 : first)
          .map(({ text }) => text)
          .join('') || '·';
      seen.set(read, (seen.get(read) ?? 0) + 1);
    }
  }
  const counts = [...seen].toSorted((a, b) => b[1] - a[1]).map(([read, count]) => `${read} ${count}`);
  console.log(`${surname}${readable.has(surname) ? '' : ' (not in the dictionary)'}: ${counts.join(', ')}`);
}
await engine.close();
