// A line of text as subtitles show it, in the typefaces that misreadings are measured with.
import { createRequire } from 'node:module';

const fromRoot = createRequire(new URL('../../../../package.json', import.meta.url));
const { createCanvas, GlobalFonts } = fromRoot('@napi-rs/canvas');
const files = {
  medium: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  light: 'noto-sans-sc/300Light/NotoSansSC_300Light.ttf',
  bold: 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  xiaowei: 'zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
};
for (const [name, file] of Object.entries(files)) {
  GlobalFonts.registerFromPath(fromRoot.resolve(`@expo-google-fonts/${file}`), name);
}

/** Names of the typefaces. */
export const fonts = Object.keys(files);

/** White letters with a black outline on slate, in gray; `size` is that of a character, `width` of the picture, px. */
export function drawnLine(text, { font, size, width }) {
  const canvas = createCanvas(Math.ceil(width), Math.ceil(size * 1.6));
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
