import { random } from '../subtitles/random.mjs';

/** The characters of GB 2312, level 1: those that Chinese is written in. */
function commonCharacters() {
  const decoder = new TextDecoder('gb18030');
  const characters = [];
  for (let high = 0xb0; high <= 0xd7; high++) {
    for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low++) {
      characters.push(decoder.decode(Uint8Array.of(high, low)));
    }
  }
  return characters;
}

/** Draws characters as often as a language does: the n-th most frequent one with a weight of 1 / (n + 5). */
function drawer(seed) {
  const next = random(seed);
  const characters = commonCharacters();
  for (let at = characters.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [characters[at], characters[other]] = [characters[other], characters[at]];
  }
  const sums = [];
  characters.reduce((sum, _, rank) => (sums[rank] = sum + 1 / (rank + 5)), 0);
  const draw = () => {
    const wanted = next() * sums.at(-1);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return characters[low];
  };
  return { next, word: (length) => Array.from({ length }, draw).join('') };
}

const lengths = [2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 6];

/** Distinct terms of two to six characters. */
export function makeTerms(count) {
  const { next, word } = drawer(1);
  const terms = new Set();
  while (terms.size < count) terms.add(word(lengths[Math.floor(next() * lengths.length)]));
  return [...terms];
}

const marks = ['，', '。', '！', '？', '……', ' ', '：', '“', '”'];

/** Lines of dialogue of at least `length` characters in all: clauses with marks, in every tenth line a term, one in three of them disguised. */
export function makeText(terms, length) {
  const { next, word } = drawer(1);
  const lines = [];
  let written = 0;
  while (written < length) {
    let line = '';
    while (line.length < 12) line += word(2 + Math.floor(next() * 7)) + marks[Math.floor(next() * marks.length)];
    if (next() < 0.1) {
      const term = terms[Math.floor(next() * terms.length)];
      line += next() < 0.33 ? [...term].join('*') : term;
    }
    lines.push(line);
    written += line.length + 1;
  }
  return lines.join('\n');
}
