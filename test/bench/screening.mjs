// node test/bench/screening.mjs: characters per second of CPU time of our matcher (folding, noise skipping, offsets in the
// original) and of the matchers on npm (exact only) with 60,000 terms on 7.2 million characters, all in this run; then
// the matching of a script of 100,000 characters, and `shenpian screen` on it in a cold process.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AhoCorasick } from '@monyone/aho-corasick';
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import OlderAhoCorasick from 'ahocorasick';
import FastScanner from 'fastscan';
import MintFilter from 'mint-filter';
import { createMatcher } from '../../packages/plugins/sensitive-terms/dist/matcher/matcher.js';
import { makeTerms, makeText } from './screening/corpus.mjs';

const terms = makeTerms(60_000);
const text = makeText(terms, 7_200_000);
// The slow ones get a part: their speed is the same, their time is not.
const part = text.slice(0, 1_000_000);

/** CPU of this process that some work takes, milliseconds. */
function cpuOf(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000, result };
}

const began = performance.now();
const own = createMatcher(terms);
console.log(
  `built in ${Math.round(performance.now() - began)} ms: ${terms.length} terms, text of ${text.length} characters`,
);

const matchers = [['@shenpian, fold + noise + offsets', text, (given) => own.scan(given).length / 3]];
const fast = new FastAhoCorasick(terms);
matchers.push(['@monyone/aho-corasick/fast', text, (given) => fast.matchInText(given).length]);
const plain = new AhoCorasick(terms);
matchers.push(['@monyone/aho-corasick', part, (given) => plain.matchInText(given).length]);
const scanner = new FastScanner(terms);
matchers.push(['fastscan', part, (given) => scanner.search(given).length]);
const older = new OlderAhoCorasick(terms);
matchers.push(['ahocorasick', part, (given) => older.search(given).length]);
const mint = new (MintFilter.default ?? MintFilter)(terms);
matchers.push(['mint-filter', part, (given) => mint.filter(given, { replace: false }).words.length]);

// In turns, so that a slow minute of the machine is one for all; the best turn of each counts.
const best = new Map();
for (let turn = 0; turn < 5; turn++) {
  for (const [name, given, work] of matchers) {
    const run = cpuOf(() => work(given));
    if (run.milliseconds < (best.get(name)?.milliseconds ?? Infinity)) best.set(name, run);
  }
}
const speeds = matchers.map(([name, given]) => {
  const { milliseconds, result } = best.get(name);
  const speed = given.length / milliseconds / 1000;
  console.log(
    `${name.padEnd(36)} ${speed.toFixed(1).padStart(6)} M chars/s   ${result} hits in ${given.length} characters`,
  );
  return speed;
});
const ratio = speeds[0] / Math.max(...speeds.slice(1));
console.log(`ours over the fastest of the others: ${ratio.toFixed(1)} ×`);

const work = mkdtempSync(join(tmpdir(), 'shenpian-bench-'));
try {
  const { screenText, starterLexicons } = await import('../../packages/plugins/sensitive-terms/dist/index.js');
  const script = makeText(terms, 100_000);
  await screenText('赌*博', { lexicons: starterLexicons() });
  const { milliseconds } = await bestOf(5, () => screenText(script, { lexicons: starterLexicons() }));
  console.log(`screening of ${script.length} characters, starter lexicons: ${milliseconds.toFixed(1)} ms`);
  const file = join(work, 'script.txt');
  writeFileSync(file, script);
  const program = fileURLToPath(new URL('../../packages/cli/bin/shenpian.js', import.meta.url));
  for (const words of [['--version'], ['screen', file, '--quiet'], ['screen', file, '--quiet', '--homophones']]) {
    const walls = Array.from({ length: 5 }, () => {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      if (status !== 0 && status !== 1) throw new Error(`${words.join(' ')}: ${status}\n${stderr}`);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const shown = words.map((word) => (word === file ? 'script.txt' : word)).join(' ');
    console.log(`shenpian ${shown}: ${Math.round(walls[0])} ms wall at best, ${Math.round(walls[2])} ms in the middle`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function bestOf(runs, work) {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return { milliseconds: least };
}
