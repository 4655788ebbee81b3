import { LexiconError } from '../lexicon/lexicon-error.ts';
import type { IndexedTerm } from '../lexicon/term-patterns.ts';
import type { LineScreener } from './line-screener.ts';

/**
 * Runs the examples of terms: each must be found in its `match` lines, not above `info` in its `noMatch` lines, and in itself.
 *
 * @throws LexiconError `missesExample`, `flagsExample`, `alwaysAllowed`.
 */
export function runExamples(
  terms: readonly IndexedTerm[],
  screener: LineScreener,
  nameOf: (term: IndexedTerm) => string = ({ lexicon }) => lexicon.id,
): void {
  for (const indexed of terms) {
    const { lexicon, term } = indexed;
    const levelsIn = (example: string): string[] =>
      screener.screen(example, 1).flatMap((hit) => (hit.term === term.text ? [hit.level] : []));
    const fail = (code: 'missesExample' | 'flagsExample' | 'alwaysAllowed', example: string): never => {
      throw new LexiconError(code, { lexicon: nameOf(indexed), term: term.text, example });
    };
    const missed = term.match.find((example) => levelsIn(example).length === 0);
    if (missed !== undefined) fail('missesExample', missed);
    const flagged = term.noMatch.find((example) => levelsIn(example).some((level) => level !== 'info'));
    if (flagged !== undefined) fail('flagsExample', flagged);
    // Only an allow phrase can keep a term from being found in itself.
    const covered = term.match.length === 0 && term.allow.length + lexicon.allow.length > 0 && term.all === undefined;
    if (covered && levelsIn(term.text).length === 0) fail('alwaysAllowed', term.text);
  }
}
