// Makes data/split-characters.txt: how a character is written by its parts, side by side or one above the other.
// Source: CJK Decomposition Data by Gavin Grover, used under its MIT licence (one of six to choose from).
// node scripts/make-split-characters.mjs cjk-decomp.txt
import { readFile, writeFile } from 'node:fs/promises';

const [source] = process.argv.slice(2);
if (source === undefined) throw new TypeError('usage: node scripts/make-split-characters.mjs cjk-decomp.txt');
const parts = new Map();
for (const line of (await readFile(source, 'utf8')).split('\n')) {
  const [, character, layout, list] = /^(.):([ad])(?:\/\w+)?\(([^)]*)\)$/u.exec(line.trim()) ?? [];
  if (character !== undefined) parts.set(character, { layout, list: list.split(',') });
}

/** Parts in a row that people can type; null when one has no character of its own. */
function row(character, deep) {
  const known = parts.get(character);
  if (!known) return null;
  const all = known.list.map((part) => {
    const inner = deep && known.layout === 'a' && parts.get(part)?.layout === 'a' ? row(part, false) : null;
    return inner ?? (/^\p{Script=Han}$/u.test(part) && part.length === 1 ? part : null);
  });
  return all.includes(null) ? null : all.join('');
}

// The characters of GB 2312, which simplified Chinese is written in.
const decoder = new TextDecoder('gb18030');
const lines = [];
for (let high = 0xb0; high <= 0xf7; high++) {
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low));
    const ways = new Set(
      [row(character, false), row(character, true)].filter((way) => way?.length >= 2 && way.length <= 4),
    );
    if (ways.size > 0) lines.push([character, ...ways].join(' '));
  }
}
const header = [
  '# Characters and their parts, one character a line, its spellings after it.',
  '# From the CJK Decomposition Data of Gavin Grover (MIT licence) by scripts/make-split-characters.mjs.',
];
await writeFile(new URL('../data/split-characters.txt', import.meta.url), `${[...header, ...lines].join('\n')}\n`);
console.log(`${lines.length} characters`);
