// How often the shipped lexicon speaks up where nothing is wrong: innocent lines, ordinary dialogue, and any text given.
// Run after a build: node scripts/measure-noise.mjs [--show tuned|heldOut|ordinary|<file>] [FILE…]
// A FILE is plain UTF-8 text, a line each; `#` begins a comment line.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { screenLines } from '../dist/index.js';

const { values, positionals } = parseArgs({
  options: { show: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const root = new URL('../', import.meta.url);
const linesOf = (text) => text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));

const innocent = linesOf(await readFile(new URL('test/lines/innocent.txt', root), 'utf8')).map(
  (line) => line.split('\t')[1],
);
const sets = {
  // Every third line is held out: the lexicon is not tuned for it.
  tuned: innocent.filter((_, index) => index % 3 !== 2),
  heldOut: innocent.filter((_, index) => index % 3 === 2),
  ordinary: linesOf(await readFile(new URL('data/ordinary-lines.txt', root), 'utf8')),
};
for (const file of positionals) sets[basename(file)] = linesOf(await readFile(file, 'utf8'));

console.log('| lines | of | violation | warning | info | above info, % |\n|---|---|---|---|---|---|');
const shown = [];
for (const [name, lines] of Object.entries(sets)) {
  const hits = await screenLines(lines);
  const flagged = (levels) => new Set(hits.filter((hit) => levels.includes(hit.level)).map((hit) => hit.line)).size;
  const above = flagged(['violation', 'warning']);
  const share = ((above / lines.length) * 100).toFixed(2);
  const counts = [flagged(['violation']), flagged(['warning']), flagged(['info'])];
  console.log(`| ${[name, lines.length, ...counts, share].join(' | ')} |`);
  if (values.show.includes(name)) {
    shown.push(
      ...hits.map(({ level, term, context, lowered }) => `${name} ${level} ${term} ${lowered.join('+')}: ${context}`),
    );
  }
}
for (const line of shown) console.log(line);
