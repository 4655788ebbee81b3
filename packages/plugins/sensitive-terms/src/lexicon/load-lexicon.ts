import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decodeText } from '@shenpian/core';
import { longestTerm } from '../matcher/compiled-terms.ts';
import { foldText } from '../matcher/fold-table.ts';
import { loadReadings } from '../matcher/homophone-finder.ts';
import { runExamples } from '../screening/examples.ts';
import { createLineScreener } from '../screening/line-screener.ts';
import { LexiconError } from './lexicon-error.ts';
import type { Lexicon, Term } from './lexicon.ts';
import { parseLexicon, parseTermList, parseTermTable, type LocatedLexicon } from './parse-lexicon.ts';

/**
 * Reads a lexicon of the user's and runs its examples: `.yaml` in the format of the README, `.csv` with a row a term, or
 * `.txt` with a term a line (`#` begins a comment), whose terms are warnings without a cited rule.
 *
 * @throws LexiconError when the file cannot be read, is not a lexicon, or has a term that can never match or fails its
 *   examples; with file, line and remedy.
 */
export async function loadLexicon(file: string): Promise<Lexicon> {
  let text: string;
  try {
    text = decodeText(await readFile(file));
  } catch (cause) {
    const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new LexiconError('unreadable', { lexicon: file, detail }, { cause });
  }
  const kind = extname(file).toLowerCase();
  const name = { id: basename(file, extname(file)), name: file };
  const located =
    kind === '.txt'
      ? parseTermList(text, name)
      : kind === '.csv'
        ? parseTermTable(text, name)
        : parseLexicon(text, file);
  await prove(located, file);
  return located.lexicon;
}

/** Finds out now, while the line is known, what would fail later. */
async function prove({ lexicon, lines }: LocatedLexicon, file: string): Promise<void> {
  const lineOf = new Map(lexicon.terms.map((term, index) => [term, lines[index]]));
  const nameOf = (term: Term): string => `${file}:${lineOf.get(term) ?? 1}`;
  for (const term of lexicon.terms) {
    for (const written of [...(term.all ?? [term.text]), ...term.variants, ...term.allow]) {
      const { length } = foldText(written);
      if (length > 0 && length <= longestTerm) continue;
      throw new LexiconError('neverMatches', { lexicon: nameOf(term), term: written });
    }
  }
  const tried = lexicon.terms.filter(({ match, noMatch, allow }) => match.length + noMatch.length + allow.length > 0);
  if (tried.length === 0 && lexicon.allow.length === 0) return;
  const asked = lexicon.homophones || lexicon.terms.some(({ homophones }) => homophones);
  const settings = { readings: asked ? await loadReadings() : null, homophones: false };
  const screener = createLineScreener([lexicon], { ...settings, proven: new Set([lexicon]) });
  runExamples(
    lexicon.terms.map((term) => ({ lexicon, term })),
    screener,
    ({ term }) => nameOf(term),
  );
}
