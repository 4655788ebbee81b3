import { readFile } from 'node:fs/promises';
import { screenLines } from '../screening/screen-text.ts';
import type { Lexicon } from './lexicon.ts';

/** How a lexicon does on ordinary talk, in which nothing should be found. */
export interface LexiconNoise {
  /** Ordinary lines that were screened. */
  readonly lines: number;
  /** Those with a hit above `info`. */
  readonly flagged: number;
  /** The terms that flag the most lines, worst first, at most five. */
  readonly worst: readonly { readonly term: string; readonly lines: number }[];
}

// As many as can be named in a sentence.
const named = 5;

let ordinary: Promise<readonly string[]> | undefined;

/** Screens `data/ordinary-lines.txt`, a sample of everyday talk, with this lexicon alone. */
export async function measureNoise(lexicon: Lexicon): Promise<LexiconNoise> {
  ordinary ??= readSample();
  const lines = await ordinary;
  const scope = lexicon.scope === 'title' ? 'title' : 'text';
  const hits = (await screenLines(lines, { lexicons: [lexicon], context: false, scope })).filter(
    ({ level }) => level !== 'info',
  );
  const byTerm = new Map<string, Set<number>>();
  for (const { term, line } of hits) byTerm.set(term, (byTerm.get(term) ?? new Set()).add(line));
  const worst = [...byTerm]
    .map(([term, places]) => ({ term, lines: places.size }))
    .toSorted((a, b) => b.lines - a.lines);
  return { lines: lines.length, flagged: new Set(hits.map(({ line }) => line)).size, worst: worst.slice(0, named) };
}

async function readSample(): Promise<string[]> {
  const text = await readFile(new URL('../../data/ordinary-lines.txt', import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}
