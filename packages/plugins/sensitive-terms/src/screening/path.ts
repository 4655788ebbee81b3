import type { Span } from '../lexicon/words-together.ts';
import type { IndexedMatch } from '../lexicon/term-index.ts';
import { characterAt, foldWritten } from '../matcher/fold-table.ts';
import type { PathStep } from './term-hit.ts';

/** The steps from a term to what is written in the line. */
export function pathOf(line: string, match: IndexedMatch): PathStep[] {
  const { variant, written, pieces, disguises } = match;
  const steps: PathStep[] = [];
  if (variant !== null) steps.push({ kind: 'variant', from: variant, to: match.term.text });
  if (pieces.some(({ start, end }, index) => line.slice(start, end) !== written[index])) {
    steps.push(...foldingSteps(line, pieces, disguises));
  }
  for (const { kind, start, end, to } of disguises) steps.push({ kind, from: line.slice(start, end), to });
  pieces.slice(1).forEach(({ start }, index) => {
    steps.push({ kind: 'distance', from: String(Math.max(0, start - (pieces[index]?.end ?? 0))), to: '' });
  });
  return steps;
}

/** What folding did to the characters of the match that no disguise explains. */
function foldingSteps(line: string, pieces: readonly Span[], disguises: readonly Span[]): PathStep[] {
  const noise = new Set<string>();
  const traditional = new Map<string, string>();
  const forms = new Map<string, string>();
  for (const piece of pieces) {
    for (let at = piece.start; at < piece.end;) {
      const character = characterAt(line, at);
      const from = at;
      at += character.length;
      const folded = foldWritten(character);
      if (folded === '') noise.add(character);
      else if (folded === character || disguises.some(({ start, end }) => start <= from && from < end)) continue;
      else if (/^\p{Unified_Ideograph}$/u.test(character)) traditional.set(character, folded);
      else forms.set(character, folded);
    }
  }
  const pairs = (kind: PathStep['kind'], map: ReadonlyMap<string, string>): PathStep[] =>
    map.size === 0 ? [] : [{ kind, from: [...map.keys()].join(''), to: [...map.values()].join('') }];
  return [
    ...(noise.size === 0 ? [] : [{ kind: 'noise', from: [...noise].join(''), to: '' } as const]),
    ...pairs('traditional', traditional),
    ...pairs('form', forms),
  ];
}
