import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { contactPatternsSchema, type ContactPatterns } from './contact-pattern.ts';

let loaded: ContactPatterns | undefined;

/** The patterns that come with this plugin. Read once. */
export function starterPatterns(): ContactPatterns {
  const file = new URL('../../patterns/contacts.yaml', import.meta.url);
  loaded ??= contactPatternsSchema.parse(parse(readFileSync(file, 'utf8')));
  return loaded;
}
