import { foldText } from '../matcher/fold-table.ts';
import type { LineScreener } from './line-screener.ts';
import type { TermHit } from './term-hit.ts';

// As far as a term reaches into either line, and enough around it to tell its words.
const reach = 40;

/**
 * Terms that begin at the end of one line and go on at the start of the next, which continues its sentence. Nothing but space
 * may stand where the lines meet: punctuation ends a clause, and noise never crosses a line end.
 *
 * @param number of the first line, 1-based
 */
export function screenJoint(first: string, second: string, number: number, screener: LineScreener): TermHit[] {
  const [end, start] = [first.trimEnd().length, second.length - second.trimStart().length];
  const [before, after] = [first.slice(0, end), second.slice(start)];
  if (before === '' || after === '' || endsInNoise(before) || beginsWithNoise(after)) return [];
  const from = Math.max(0, end - reach);
  const head = before.slice(from);
  return screener.screen(head + after.slice(0, reach), number).flatMap((hit): TermHit[] => {
    const [hitStart, hitEnd] = [hit.column - 1, hit.column - 1 + hit.length];
    if (hitStart >= head.length || hitEnd <= head.length) return [];
    return [
      {
        ...hit,
        column: from + hit.column,
        length: head.length - hitStart,
        lengthInNextLine: start + hitEnd - head.length,
        path: [...hit.path, { kind: 'nextLine', from: '', to: '' }],
      },
    ];
  });
}

function endsInNoise(text: string): boolean {
  return foldText([...text.slice(-2)].at(-1) ?? '') === '';
}

function beginsWithNoise(text: string): boolean {
  return foldText(String.fromCodePoint(text.codePointAt(0) ?? 0)) === '';
}
