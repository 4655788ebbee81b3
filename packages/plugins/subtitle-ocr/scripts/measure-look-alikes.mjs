// Prints which of the 2,600 commonest characters PP-OCRv4 takes for which others, in lines of eight unrelated characters and four
// typefaces: the source of src/look-alikes.ts. Run after a build: node scripts/measure-look-alikes.mjs
import { createRequire } from 'node:module';
import { loadCharacterPairs } from '../dist/character-pairs.js';
import { openPaddle } from '../dist/paddle-engine.js';

const fromRoot = createRequire(new URL('../../../../package.json', import.meta.url));
const { createCanvas, GlobalFonts } = fromRoot('@napi-rs/canvas');
const fonts = {
  medium: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  light: 'noto-sans-sc/300Light/NotoSansSC_300Light.ttf',
  bold: 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  xiaowei: 'zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
};
for (const [name, file] of Object.entries(fonts)) {
  GlobalFonts.registerFromPath(fromRoot.resolve(`@expo-google-fonts/${file}`), name);
}
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

function pictureOf(text, font) {
  const canvas = createCanvas(Math.ceil(size * (text.length + 1.2)), Math.ceil(size * 1.6));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#567';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  // What a display typeface lacks is drawn in another.
  pen.font = `${size}px ${font}, medium`;
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = size * 0.14;
  pen.strokeText(text, size * 0.6, size * 0.8);
  pen.fillStyle = '#fff';
  pen.fillText(text, size * 0.6, size * 0.8);
  const rgba = canvas.data();
  const data = new Uint8Array(canvas.width * canvas.height).map((_, i) => rgba[4 * i]);
  return { width: canvas.width, height: canvas.height, channels: 1, data };
}

const engine = await openPaddle();
const seen = new Map();
for (const font of Object.keys(fonts)) {
  for (let from = 0; from < characters.length; from += atOnce) {
    const line = characters.slice(from, from + atOnce);
    const picture = pictureOf(line.join(''), font);
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
