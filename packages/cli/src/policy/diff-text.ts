import type { LoadedPack, PackChange, VerdictChange } from '@shenpian/core';
import type { Terminal } from '../output/terminal.ts';

/** What changed between two packs: values, then the situations that come out otherwise. */
export function diffText(
  [before, after]: readonly [LoadedPack, LoadedPack],
  changes: readonly PackChange[],
  verdicts: readonly VerdictChange[],
  terminal: Terminal,
): string {
  const { text, localized } = terminal;
  const titles = new Map(
    [...before.pack.clauses, ...after.pack.clauses].map((clause) => [
      clause.id,
      `${clause.article} ${localized(clause.title)}  (${clause.id})`,
    ]),
  );
  const lines: string[] = [];
  let clause: string | null | undefined;
  for (const change of changes) {
    if (change.clause !== clause) {
      lines.push(change.clause === null ? after.pack.id : (titles.get(change.clause) ?? change.clause));
      ({ clause } = change);
    }
    if (change.key === '') lines.push(`  ${text(change.before === null ? 'diffAdded' : 'diffRemoved')}`);
    else {
      lines.push(`  ${change.key}`);
      if (change.before !== null) lines.push(`    - ${change.before}`);
      if (change.after !== null) lines.push(`    + ${change.after}`);
    }
  }
  if (lines.length === 0) lines.push(text('diffNone'));
  if (verdicts.length > 0) lines.push(text('diffVerdicts'));
  for (const { clause: id, test, before: old, after: fresh } of verdicts) {
    lines.push(`  ${id}: ${test}  ${text(old)} → ${fresh === null ? '—' : text(fresh)}`);
  }
  return lines.join('\n');
}
