import type { LoadedPack } from '@shenpian/core';
import type { Terminal } from '../output/terminal.ts';

/** A line for each pack and each of its clauses. */
export function listText(packs: readonly LoadedPack[], terminal: Terminal): string {
  return packs
    .flatMap(({ pack }) => [
      `${pack.id}  ${terminal.localized(pack.title)}  [${terminal.text(pack.status === 'draft' ? 'draft' : 'inForce')}]  ${pack.effectiveFrom ?? '…'} → ${pack.effectiveTo ?? '…'}`,
      ...pack.clauses.map(({ id, article, title }) => `  ${id}  ${article} ${terminal.localized(title)}`),
    ])
    .join('\n');
}

/** The words of every clause, what it needs, what people judge and what is unclear. */
export function packText({ pack }: LoadedPack, terminal: Terminal): string {
  const { text, localized } = terminal;
  const lines = [
    `${pack.id}  ${localized(pack.title)}`,
    text('policySource', { document: pack.source.document, sha256: pack.source.sha256 }),
    ...(pack.source.via === undefined ? [] : [text('policyVia', { via: pack.source.via })]),
  ];
  for (const clause of pack.clauses) lines.push('', ...clauseText(clause, terminal));
  return lines.join('\n');
}

/** The words of one clause, as lines. */
export function clauseText(clause: LoadedPack['pack']['clauses'][number], { text, localized }: Terminal): string[] {
  return [
    `${clause.article} ${localized(clause.title)}  (${clause.id})`,
    `  ${clause.text}`,
    ...(clause.reported === undefined ? [] : [`  ${text('policyReported', { by: clause.reported })}`]),
    ...(clause.cap === null ? [] : [`  ${text('policyCap', { cap: clause.cap })}`]),
    ...clause.needs.map(({ type, label, from }) => `  ${text('policyNeeds', { type, label, from })}`),
    ...(clause.discretionary === null ? [] : [`  ${text('policyJudged', { what: clause.discretionary })}`]),
    ...clause.ambiguities.map((what) => `  ${text('policyDoubt', { what })}`),
  ];
}
