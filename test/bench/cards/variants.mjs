// Title cards: numbers of all known forms in different typefaces, boxes and brackets, over film and over plain pictures, for 2 and 5 s.
import { numberFormats } from '@shenpian/plugin-title-card';
import { random } from '../subtitles/random.mjs';
import { displayFonts, plain, textFonts } from './fonts.mjs';

const { authorities, platforms, formats } = numberFormats();
const brackets = ['（）', '（）', '()', '〔〕', '[]'];
const edges = ['none', 'outline', 'shadow', 'box'];
const colours = ['#fff', '#fff', '#ffe9a8', '#f4d03f'];
const titles = ['凤湖夜话', '春风不问归期', '长夜有灯', '离婚后她惊艳全城', '山河远阔'];
const labels = ['', '', '备案号：', '许可证号：'];

/**
 * The n-th of the variants of a seed: what is drawn, and the number in the form of 35号.
 *
 * @param display whether the number is set in lettering that is made for titles
 */
export function variant(n, seed, display = false) {
  const next = random(seed * 1000 + n);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const format = formats[n % formats.length];
  const issuer = format.issuer === 'platform' ? pick(platforms) : authorities[(n * 7 + seed) % authorities.length];
  const year = String(2022 + Math.floor(next() * 5));
  const digits = 3 + Math.floor(next() * 4);
  const serial = Array.from({ length: digits }, () => Math.floor(next() * 10)).join('');
  const [open, close] = pick(brackets);
  const text = `${pick(labels)}${open}${issuer}${close}${format.words}${open}${year}${close}第${serial}号`;
  const large = n % 4 !== 0;
  const [width, height] = large ? [1080, 1920] : [720, 1280];
  const seconds = n % 2 === 0 ? 2 : 5;
  const start = n % 3 === 0 ? 0 : 0.4 + next() * 1.5;
  const edge = pick(edges);
  // What is no box and has no edge stands on a plain picture: white letters on bright film cannot be read by people either.
  const film = edge !== 'none';
  const [font, file] = Object.entries(display ? displayFonts : textFonts).at(n % (display ? 3 : 4));
  const titleFile = pick([plain, ...Object.values(displayFonts)]);
  // As large as the width allows, and down to 2.4 % of it.
  const size = Math.min(0.86 / [...text].length, 0.024 + next() * 0.02);
  const show = { start, end: start + seconds, fade: n % 5 === 0 ? 0.4 : 0 };
  const colour = pick(colours);
  const texts = [
    {
      ...show,
      text: `《${pick(titles)}》`,
      x: 0.5,
      y: 0.33,
      size: 0.08,
      colour,
      edge: film ? 'shadow' : 'none',
      font: titleFile,
    },
    { ...show, text, x: 0.5, y: 0.4 + next() * 0.4, size, colour, edge, font: file },
    { ...show, text: '编剧 林小满  导演 周远', x: 0.5, y: 0.88, size: 0.032, colour, edge: film ? 'outline' : 'none' },
  ];
  const shots = film
    ? [
        { seconds: start + seconds / 2, hue: 0, scenery: seed * 500 + n },
        { seconds: seconds / 2 + 1, hue: 0, scenery: seed * 500 + n + 1 },
      ]
    : [{ seconds: start + seconds + 1, hue: (n * 67) % 360 }];
  return {
    name: `${n} ${font} ${edge} ${film ? 'film' : 'plain'} ${width} ${seconds} s ${(size * 100).toFixed(1)} %`,
    number: `（${issuer}）${format.words}（${year}）第${serial}号`,
    seconds,
    plan: { width, height, fps: 10, audio: 'none', shots, texts, font: plain },
  };
}
