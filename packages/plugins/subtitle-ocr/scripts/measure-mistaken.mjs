// Prints what PP-OCRv4 reads for rare surnames in four typefaces and two sizes: the source of src/often-mistaken.ts.
// Run after a build: node scripts/measure-mistaken.mjs
import { createRequire } from 'node:module';
import { openPaddle } from '../dist/paddle-engine.js';
import { readableCharacters } from '../dist/readable-characters.js';

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
const surnames = '佘逄亓仝晁笪缑禤冼仉郗贠逯郄佟佴郐郏芮厍仫亢邝';

function lineOf(text, font, size) {
  const canvas = createCanvas(size * 8, size * 1.6);
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
const readable = await readableCharacters();
for (const surname of surnames) {
  const seen = new Map();
  for (const font of Object.keys(fonts)) {
    for (const size of [40, 60]) {
      const picture = lineOf(`${surname}先生来了`, font, size);
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
