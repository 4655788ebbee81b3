import type { Position } from '../findings/finding.ts';
import type { ScriptLine } from '../work/script.ts';

/** Place of words in a line of a script: `column` 1-based, `length` in UTF-16 code units. Names the page and cell where the format has them. */
export function scriptPosition(
  script: string,
  { line, page, cell }: ScriptLine,
  { column, length }: { readonly column: number; readonly length: number },
): Extract<Position, { script: string }> {
  return {
    script,
    line,
    column,
    length,
    ...(page === undefined ? {} : { page }),
    ...(cell === undefined ? {} : { cell }),
  };
}
