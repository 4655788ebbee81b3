// Writes dist/starter-lexicons.json: the starter lexicons as data, after their examples held, so that a screening need not
// read YAML (0.2 s) and run 400 examples. Run by the set-up after the build; without it, or when a lexicon changed since,
// the YAML is read.
import { rm, writeFile } from 'node:fs/promises';
import { starterHash, starterLexicons } from '../dist/lexicon/starter-lexicons.js';
import { createLineScreener } from '../dist/screening/line-screener.js';

const file = new URL('../dist/starter-lexicons.json', import.meta.url);
await rm(file, { force: true });
const lexicons = starterLexicons();
createLineScreener(lexicons);
await writeFile(file, JSON.stringify({ sha256: starterHash(), lexicons }));
