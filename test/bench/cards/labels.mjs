// AI labels of 3–8 % of the shorter side, in different typefaces, edges, places and words, over film and over plain pictures.
import { inkHeight } from '@shenpian/testing';
import { random } from '../subtitles/random.mjs';
import { plain, textFonts } from './fonts.mjs';

const words = ['本视频由AI生成', 'AI生成', '人工智能合成', '内容由 AI 生成', 'AI合成画面', '人工智能生成内容'];
const edges = ['none', 'outline', 'shadow', 'box'];
const colours = ['#fff', '#fff', '#f4d03f', '#111'];
const places = [
  [0.03, 0.04],
  [0.5, 0.05],
  [0.97, 0.06],
  [0.03, 0.95],
  [0.5, 0.94],
  [0.97, 0.95],
];

/** The n-th of the labels of a seed: what is drawn, and the height of its strokes as a share of the shorter side. */
export function label(n, seed) {
  const next = random(seed * 1000 + n);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const [fontName, font] = Object.entries(textFonts)[n % 4];
  const text = pick(words);
  const han = text.replaceAll(/[^\p{Script=Han}]/gu, '');
  const edge = edges[Math.floor(n / 4) % 4];
  const film = edge !== 'none';
  const colour =
    edge === 'box' ? pick(['#fff', '#f4d03f', '#111']) : edge === 'none' ? pick(colours) : pick(['#fff', '#f4d03f']);
  const [width, height] = n % 3 === 0 ? [720, 1280] : n % 3 === 1 ? [1080, 1920] : [1280, 720];
  const short = Math.min(width, height);
  const share = 0.03 + (0.05 * (n % 26)) / 25;
  const size = share / (inkHeight(han, 1000, font) / 1000);
  const wide = ([...text].length * size * short) / width;
  const [x, y] = pick(places);
  const place = { x: Math.min(0.98 - wide / 2, Math.max(0.02 + wide / 2, x)), y };
  const boxColour = colour === '#111' ? 'rgb(255 255 255 / 0.85)' : edge === 'box' ? 'rgb(0 0 0 / 0.6)' : undefined;
  const made = { start: 0, end: 2.4, text, ...place, size, font, colour, edge, ...(boxColour ? { boxColour } : {}) };
  const shots = film
    ? [
        { seconds: 1.3, hue: 0, scenery: seed * 700 + n },
        { seconds: 2, hue: 0, scenery: seed * 700 + n + 1 },
      ]
    : [{ seconds: 3.3, hue: colour === '#111' ? 60 : 220 }];
  return {
    name: `${n} ${text} ${fontName} ${edge} ${colour} ${width}×${height} ${(100 * share).toFixed(1)} %`,
    share,
    plan: { width, height, fps: 10, audio: 'none', shots, texts: [made], font: plain },
  };
}
