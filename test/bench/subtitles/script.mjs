// Style → what is shown when: lines, signs, title card, watermark.
import { nearEqual, rareNames, sentences, singles, translations } from './lines.mjs';
import { random } from './random.mjs';

const shuffled = (items, next) => {
  const left = [...items];
  return items.map(() => left.splice(Math.floor(next() * left.length), 1)[0]);
};

function wordings({ wording, lines, size, width, height }, next) {
  const most = Math.floor((0.94 * width) / (size * Math.min(width, height)));
  const plain = shuffled(sentences, next).filter((sentence) => sentence.length <= most);
  const take = (n) => plain.splice(0, n);
  switch (wording) {
    case 'singles':
      return shuffled([...shuffled(singles, next).slice(0, lines >> 1), ...take(lines - (lines >> 1))], next);
    case 'near':
      return shuffled(nearEqual, next)
        .flatMap((pair) => [...pair, ...take(2)])
        .concat(take(lines))
        .slice(0, lines);
    case 'names':
      return shuffled([...rareNames, ...take(lines - rareNames.length)], next);
    case 'bilingual': {
      const english = shuffled(translations, next);
      return take(lines).map((line, n) => (n % 4 === 3 ? line : `${line}\n${english[n % english.length]}`));
    }
    default:
      return take(lines);
  }
}

/** Lines of a song at the top, one every three seconds in the second half. */
function lyricsOf({ lyrics, name, fps, width, height }, seconds) {
  if (!lyrics) return [];
  const next = random(seedOf(name) + 1);
  const most = Math.floor((0.9 * width) / (lyrics.size * Math.min(width, height)));
  const words = shuffled(sentences.toReversed(), next).filter((sentence) => sentence.length <= most);
  const begin = Math.ceil((seconds / 2) * fps) / fps;
  const count = Math.floor((seconds - begin - 2) / 3);
  return words.slice(0, count).map((text, n) => ({ text, start: begin + 3 * n, end: begin + 3 * n + 2.4, ...lyrics }));
}

/** The seed of a style: its name, so that a new style changes no other. */
const seedOf = (name) => [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 100_003, 7);

/** Everything that a clip shows. Times are multiples of a frame, in seconds. */
export function scriptOf(style) {
  const next = random(seedOf(style.name));
  const { fps, gap } = style;
  const frames = (seconds) => Math.round(seconds * fps) / fps;
  let time = frames(2 + next());
  const lines = wordings(style, next).map((text, n) => {
    const length = style.length ?? Math.min(2.6, 0.6 + 0.08 * text.replace(/\n.*/, '').length + 0.4 * next());
    const line = { text, start: time, end: frames(time + length) };
    // Now and then nobody speaks for a while.
    time = frames(line.end + gap + (n % 9 === 8 && !style.length ? 1.5 : 0));
    return line;
  });
  const seconds = Math.ceil(time + 1.5);
  const cuts = [0];
  while (cuts.at(-1) < seconds) cuts.push(frames(cuts.at(-1) + 1.2 + 3 * next()));
  const shotOf = ({ start }) => cuts.findLastIndex((cut) => cut <= start);
  // Every third shot has its subtitles elsewhere.
  const placed = style.otherY
    ? lines.map((line) => (shotOf(line) % 3 === 2 ? { ...line, y: style.otherY } : line))
    : lines;
  const captions = [
    { text: '平原影视', start: 0, end: seconds, x: 0.15, y: 0.05, size: 0.05 },
    { text: '本故事纯属虚构', start: 0, end: seconds, x: 0.5, y: 0.965, size: 0.032 },
    { text: '第三集 归来', start: 0.2, end: 1.8, x: 0.5, y: 0.4, size: 0.1 },
    { text: '未完待续', start: seconds - 1.3, end: seconds, x: 0.5, y: 0.5, size: 0.09 },
  ];
  return { style, seed: seedOf(style.name), seconds, lines: [...placed, ...lyricsOf(style, seconds)], cuts, captions };
}
