import { buildAutomaton, type Automaton } from './automaton.ts';
import { foldText } from './fold-table.ts';

/** Terms as the matcher looks for them: an automaton over numbered symbols. */
export interface CompiledTerms {
  readonly automaton: Automaton;
  /** Symbol of a folded code unit, from 1; code units that no term has are missing. */
  readonly symbols: ReadonlyMap<string, number>;
  /** The same by code unit; 0 for those that no term has. */
  readonly symbolOf: Uint16Array;
  /** The terms, folded. */
  readonly folded: readonly string[];
}

/** Terms are this long at most, in folded code units. */
export const longestTerm = 256;

/** @throws RangeError when a term has nothing but noise, is longer than 256 characters, or folds like an earlier one. */
export function compileTerms(terms: readonly string[]): CompiledTerms {
  const folded = terms.map(foldText);
  checkTerms(terms, folded);
  const symbols = numberSymbols(folded);
  const patterns = folded.map((term) => {
    const pattern = new Uint16Array(term.length);
    for (let index = 0; index < term.length; index++) pattern[index] = symbols.get(term.charAt(index)) ?? 0;
    return pattern;
  });
  const symbolOf = new Uint16Array(0x1_0000);
  for (const [unit, symbol] of symbols) symbolOf[unit.charCodeAt(0)] = symbol;
  return { automaton: buildAutomaton(patterns, symbols.size), symbols, symbolOf, folded };
}

function checkTerms(terms: readonly string[], folded: readonly string[]): void {
  const seen = new Map<string, string>();
  folded.forEach((form, index) => {
    const term = terms[index] ?? '';
    const earlier = seen.get(form);
    if (form === '' || form.length > longestTerm) throw new RangeError(`term cannot match: "${term}"`);
    if (earlier !== undefined) throw new RangeError(`terms fold to the same form: "${earlier}", "${term}"`);
    seen.set(form, term);
  });
}

/** Frequent code units get the low numbers, which packs the double array. */
function numberSymbols(folded: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of folded) for (const unit of term.split('')) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(ordered.map(([unit], index) => [unit, index + 1]));
}
