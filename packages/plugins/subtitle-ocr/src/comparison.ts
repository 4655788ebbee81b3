import { distance } from 'fastest-levenshtein';

/**
 * A text as it counts for comparing: width and compatibility forms folded (NFKC), lower case, without punctuation,
 * symbols and spaces. Never shown to anyone.
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}\p{S}\p{C}]/gu, '')
    .toLowerCase();
}

/** How alike two texts are, 0–1: 1 − edit distance ÷ length of the longer, after {@link comparable}. Two empty ones are alike. */
export function similarity(a: string, b: string): number {
  return likeness(comparable(a), comparable(b));
}

/** {@link similarity} of texts that are comparable already. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - distance(a, b) / longest;
}

/** Whether a text says anything: it has a character, a letter or a digit. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
