import { formatTime, type Finding, type Report, type Verdict } from '@shenpian/core';
import { scriptCounts, withPageOrCell } from './script-text.ts';
import type { Terminal } from './terminal.ts';

/** Violations and warnings that fit on a screen; the rest is in the report. */
const shownFindings = 10;

function placeOf({ at }: Finding, terminal: Terminal): string {
  if ('episode' in at) return terminal.text('atEpisode', { episode: at.episode, time: formatTime(at.start) });
  if ('script' in at) {
    const place = terminal.text('atScript', { script: at.script, line: at.line, column: at.column });
    return withPageOrCell(place, at, terminal);
  }
  return at.row === undefined ? at.document : terminal.text('atRow', { document: at.document, row: at.row });
}

/** What `check` prints at its end: findings, verdicts, what is missing, and where the report is. */
export function summarize(report: Report, files: readonly string[], terminal: Terminal): string {
  const { text, localized } = terminal;
  const count = (level: Finding['level']): number => report.findings.filter((each) => each.level === level).length;
  const seconds = report.inputs.reduce((sum, input) => sum + input.seconds, 0);
  const lines = [
    text('summaryTitle', { title: report.series.title, episodes: report.inputs.length, length: formatTime(seconds) }),
    ...(report.scripts ?? []).map((script) => scriptCounts(script, terminal)),
    text('summaryFindings', { violations: count('violation'), warnings: count('warning'), infos: count('info') }),
  ];
  const serious = report.findings.filter(({ level }) => level !== 'info');
  for (const finding of serious.slice(0, shownFindings)) {
    lines.push(`  [${text(finding.level)}] ${placeOf(finding, terminal)}  ${localized(finding.message)}`);
  }
  if (serious.length > shownFindings) {
    lines.push(`  ${text('summaryMore', { count: serious.length - shownFindings })}`);
  }
  const failed = report.checks.filter(({ status }) => status === 'failed');
  if (failed.length > 0) {
    const ids = [...new Set(failed.map(({ id, title }) => `${localized(title)} (${id})`))].join('、');
    lines.push(text('summaryFailed', { count: failed.length, ids }));
    for (const { id, episode, reason } of failed) {
      const where = episode === null ? '' : ` ${text('summaryEpisode', { episode })}`;
      lines.push(`  ${id}${where}  ${reason === undefined ? '' : localized(reason)}`);
    }
  }
  const verdicts = report.verdicts.filter(({ verdict, claimed }) => claimed || verdict !== 'notApplicable');
  // Whoever applied for something came for that and for what binds anyway.
  const isAside = ({ kind, claimed }: Verdict): boolean =>
    kind === 'policy' && !claimed && verdicts.some((each) => each.claimed);
  if (verdicts.length > 0) lines.push(text('summaryVerdicts'));
  for (const { article, title, verdict, claimed, missing, steps = [] } of verdicts.filter((each) => !isAside(each))) {
    const mark = claimed ? text('claimedMark') : '';
    lines.push(`  ${text(verdict)}  ${article} ${localized(title)}${mark}`);
    if (!claimed) continue;
    for (const need of missing) lines.push(`      ${text('summaryMissing', { text: localized(need) })}`);
    for (const { facts, sensitivity } of steps) {
      for (const { kind, text: far } of sensitivity) {
        if (kind === 'margin') continue;
        lines.push(`      ${text('summaryDeciding', { fact: facts[0]?.label ?? title, text: far })}`);
      }
    }
  }
  const aside = verdicts.filter(isAside).length;
  if (aside > 0) lines.push(`  ${text('summaryAside', { count: aside })}`);
  for (const file of files) lines.push(text('summaryReport', { file }));
  return lines.join('\n');
}
