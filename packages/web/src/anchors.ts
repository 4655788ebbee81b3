import type { Finding, Verdict } from '@shenpian/core';

/** Ids of the parts of the page. */
export const sectionAnchors = {
  main: 'report',
  problems: 'problems',
  verdicts: 'clauses',
  facts: 'facts',
  findings: 'findings',
  episodes: 'episodes',
  scripts: 'scripts',
  checks: 'checks',
} as const;

// Percent signs would be decoded when a link is followed, and spaces are not allowed in ids.
function word(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
}

/** Id of the card of a finding. */
export function findingAnchor(finding: Finding): string {
  return `finding-${word(finding.id)}`;
}

/** Id of the card of a clause. */
export function verdictAnchor(verdict: Verdict): string {
  return `clause-${word(verdict.pack)}-${word(verdict.clause)}`;
}
