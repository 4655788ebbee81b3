import { normalText } from '@shenpian/core';
import type { GazetteerEntry } from './gazetteer.ts';

/** A name found in a text. */
export interface FoundName {
  readonly entry: GazetteerEntry;
  /** What stands there, folded. */
  readonly read: string;
  /** Whether it is the name or an alias to the letter. */
  readonly exact: boolean;
}

/** How a text came about: what OCR read on a sign may have wrong characters, a line of dialogue is taken to the letter. */
export type TextSource = 'sign' | 'dialogue';

/** A name of this many characters is still itself with one of them misread; a shorter one may be another word. */
const repairable = 4;

/** Finds names in texts. */
export interface NameSearch {
  find(text: string, source: TextSource): readonly FoundName[];
}

interface Form {
  readonly entry: GazetteerEntry;
  readonly text: string;
}

/** Searches for the names of entries, the longest first: a name within a longer one that is found there is not found again. */
export function nameSearch(entries: readonly GazetteerEntry[]): NameSearch {
  const longestFirst = (forms: readonly Form[]): readonly Form[] =>
    forms.toSorted((a, b) => b.text.length - a.text.length);
  const formsOf = (entry: GazetteerEntry, names: readonly string[]): readonly Form[] =>
    names.map((name) => ({ entry, text: normalText(name) }));
  const names = longestFirst(entries.flatMap((entry) => formsOf(entry, [entry.name, ...entry.aliases])));
  const misread = longestFirst(entries.flatMap((entry) => formsOf(entry, entry.misreadings)));
  const phrases = entries.flatMap((entry) => entry.except.map(normalText));

  return {
    find(text, source) {
      const found: FoundName[] = [];
      let rest = normalText(text);
      const take = (form: Form, at: number, exact: boolean): void => {
        found.push({ entry: form.entry, read: rest.slice(at, at + form.text.length), exact });
        rest = blanked(rest, at, form.text.length);
      };
      for (const phrase of phrases) rest = rest.replaceAll(phrase, ' '.repeat(phrase.length));
      for (const form of names)
        for (let at = rest.indexOf(form.text); at >= 0; at = rest.indexOf(form.text)) take(form, at, true);
      if (source === 'dialogue') return found;
      for (const form of misread)
        for (let at = rest.indexOf(form.text); at >= 0; at = rest.indexOf(form.text)) take(form, at, false);
      for (const form of names) {
        if (form.text.length < repairable) continue;
        for (let at = oneWrong(rest, form.text); at >= 0; at = oneWrong(rest, form.text)) take(form, at, false);
      }
      return found;
    },
  };
}

const blanked = (text: string, at: number, length: number): string =>
  text.slice(0, at) + ' '.repeat(length) + text.slice(at + length);

/** Where a name stands with one character wrong; −1 when it does not. OCR takes characters for others, it rarely drops them. */
function oneWrong(text: string, name: string): number {
  for (let at = 0; at + name.length <= text.length; at++) {
    let wrong = 0;
    for (let i = 0; i < name.length && wrong < 2; i++) {
      if (text[at + i] === ' ') wrong = 2;
      else if (text[at + i] !== name[i]) wrong++;
    }
    if (wrong === 1) return at;
  }
  return -1;
}
