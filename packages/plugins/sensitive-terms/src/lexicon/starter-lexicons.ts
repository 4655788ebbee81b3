import { readFileSync } from 'node:fs';
import { parseLexicon } from './load-lexicon.ts';
import type { Lexicon } from './lexicon.ts';

const names = [
  'gambling',
  'drugs',
  'vulgarity',
  'violence',
  'superstition',
  'fraud',
  'minors',
  'values',
  'tobacco-alcohol',
  'symbols',
  'ai-remix',
  'titles',
];

let loaded: readonly Lexicon[] | undefined;

/** The lexicons that come with this plugin: small, curated, each term with examples. Read once. */
export function starterLexicons(): readonly Lexicon[] {
  loaded ??= names.map((name) => {
    const file = new URL(`../../lexicons/${name}.yaml`, import.meta.url);
    return parseLexicon(readFileSync(file, 'utf8'), `${name}.yaml`);
  });
  return loaded;
}
