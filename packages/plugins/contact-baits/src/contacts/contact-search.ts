import { foldContactText } from './folded-text.ts';
import type { ContactKind, ContactPattern } from './contact-pattern.ts';

/** A contact in a text, `[start, end)` in UTF-16 code units of what is written. */
export interface FoundContact {
  readonly kind: ContactKind;
  /** What makes two mentions the same, folded. */
  readonly value: string;
  /** As written. */
  readonly matched: string;
  readonly start: number;
  readonly end: number;
  /** Whether the words ask people to get in touch. */
  readonly asks: boolean;
}

/** Looks for contacts in a text. */
export type ContactSearch = (text: string) => readonly FoundContact[];

/** A number that a word before or after asks to call: within so many folded characters. Chosen by us. */
const askingReach = 8;

/**
 * Makes a search for patterns. Where two match the same words, the first in the list counts.
 *
 * @param asking words that ask people to get in touch when they stand near a number
 */
export function contactSearch(patterns: readonly ContactPattern[], asking: readonly string[]): ContactSearch {
  const compiled = patterns.map((each) => ({
    ...each,
    expression: new RegExp(each.pattern, 'gu'),
    before: each.unless === undefined ? null : new RegExp(`(?:${each.unless})$`, 'u'),
  }));
  const words = asking.map((word) => foldContactText(word).text);
  const asksFor = (text: string): boolean => words.some((word) => text.includes(word));
  return (written) => {
    const folded = foldContactText(written);
    const found: FoundContact[] = [];
    for (const { kind, asks, expression, before } of compiled) {
      for (const match of folded.text.matchAll(expression)) {
        const [start, end] = [folded.starts[match.index], folded.ends[match.index + match[0].length - 1]];
        if (start === undefined || end === undefined) continue;
        if (before?.test(folded.text.slice(0, match.index))) continue;
        if (found.some((other) => other.start < end && start < other.end)) continue;
        const after = match.index + match[0].length;
        const near = folded.text.slice(Math.max(0, match.index - askingReach), after + askingReach);
        const value = (match.groups?.id ?? match[0]).replaceAll(/[\s-]/g, '');
        const matched = written.slice(start, end);
        found.push({ kind, value, matched, start, end, asks: asks || asksFor(near) });
      }
    }
    return found.toSorted((a, b) => a.start - b.start);
  };
}
