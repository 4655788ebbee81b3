import { describeClause, type ConditionLine, type LoadedPack, type Verdict } from '@shenpian/core';
import { clausesNamed as clausesOfArticle } from '../application/clause-choice.ts';
import type { Terminal } from '../output/terminal.ts';
import { clauseText } from './pack-text.ts';

/** A clause of a loaded pack. */
export interface ChosenClause {
  readonly loaded: LoadedPack;
  readonly clause: LoadedPack['pack']['clauses'][number];
}

/** Clauses by id, or by `pack/clause` where an id is not enough; else those of a policy by their article, as `apply` takes it. */
export function clausesNamed(name: string, packs: readonly LoadedPack[]): ChosenClause[] {
  const byId = packs.flatMap((loaded) =>
    loaded.pack.clauses
      .filter(({ id }) => name === id || name === `${loaded.pack.id}/${id}`)
      .map((clause) => ({ loaded, clause })),
  );
  return byId.length > 0 ? byId : clausesOfArticle(name, packs);
}

/** What decides a clause, with nothing known about any submission. */
export function clauseExplanation({ loaded, clause }: ChosenClause, date: string, terminal: Terminal): string {
  const { text, localized } = terminal;
  const lines = describeClause(loaded, clause.id, date);
  const part = (name: ConditionLine['part']): string[] =>
    lines.filter((line) => line.part === name).map((line) => `  ${'  '.repeat(line.depth)}· ${localized(line.text)}`);
  const applies = part('appliesTo');
  return [
    loaded.pack.source.document,
    ...clauseText(clause, terminal),
    '',
    ...(applies.length === 0 ? [] : [text('explainApplies'), ...applies]),
    text('explainWhen', { date }),
    ...part('when'),
  ].join('\n');
}

/** How a clause came out for a submission: why, what is missing and who gives it, and what would decide it. */
export function verdictExplanation(verdict: Verdict, terminal: Terminal): string {
  const { text, localized } = terminal;
  const steps = verdict.steps ?? [];
  const from = new Map(
    steps.flatMap(({ kind, missing, from: who }) =>
      missing && who && kind !== 'judge' ? [[localized(missing), localized(who)] as const] : [],
    ),
  );
  const deciding = steps.flatMap(({ facts, sensitivity }) =>
    sensitivity.map((each) => `  · ${text('explainFar', { fact: facts[0]?.label ?? verdict.title, far: each.text })}`),
  );
  return [
    `${text(verdict.verdict)}  ${verdict.article} ${localized(verdict.title)}  (${verdict.pack}/${verdict.clause})`,
    ...(verdict.cap === undefined ? [] : [text('policyCap', { cap: verdict.cap })]),
    text('explainBecause'),
    ...verdict.because.map((line, i) => `  ${i + 1}. ${localized(line)}`),
    ...(verdict.missing.length === 0 ? [] : [text('explainMissing')]),
    ...verdict.missing.map((line) => {
      const what = localized(line);
      const who = from.get(what);
      return `  · ${what}${who === undefined || what.includes(who) ? '' : text('explainFrom', { from: who })}`;
    }),
    ...(deciding.length === 0 ? [] : [text('explainDeciding'), ...deciding]),
  ].join('\n');
}
