import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Lexicon } from './lexicon.ts';
import { parseLexicon } from './parse-lexicon.ts';

const folder = new URL('../../lexicons/', import.meta.url);
// Made by scripts/compile-lexicons.mjs after the examples held; without it the YAML is read, which takes 0.2 s longer.
const compiledFile = new URL('../starter-lexicons.json', import.meta.url);

/** Lexicons whose examples held when they were compiled, with the hash of the YAML they were compiled from. */
const compiledSchema = z.object({ sha256: z.string(), lexicons: z.array(z.custom<Lexicon>()) });

let loaded: readonly Lexicon[] | undefined;
let proven: ReadonlySet<Lexicon> = new Set();

/** The lexicons that come with this plugin: small, curated, each term with examples. Read once. */
export function starterLexicons(): readonly Lexicon[] {
  loaded ??= readCompiled() ?? readYaml();
  return loaded;
}

/** Those of the starter lexicons whose examples need not be run again. */
export function provenLexicons(): ReadonlySet<Lexicon> {
  return proven;
}

function sources(): { readonly name: string; readonly text: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.toSorted().map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

/** What the YAML of the starter lexicons hashes to; a compiled file of another hash is out of date. */
export function starterHash(): string {
  const hash = createHash('sha256');
  for (const { name, text } of sources()) hash.update(`${name}\n${text}\n`);
  return hash.digest('hex');
}

function readCompiled(): readonly Lexicon[] | null {
  if (!existsSync(compiledFile)) return null;
  const { sha256, lexicons } = compiledSchema.parse(JSON.parse(readFileSync(compiledFile, 'utf8')));
  if (sha256 !== starterHash()) return null;
  proven = new Set(lexicons);
  return lexicons;
}

function readYaml(): readonly Lexicon[] {
  const lexicons = sources().map(({ name, text }) => parseLexicon(text, name).lexicon);
  // A later term replaces an earlier one: in a title the word of the title rules counts.
  return [...lexicons.filter(({ scope }) => scope === 'text'), ...lexicons.filter(({ scope }) => scope === 'title')];
}
