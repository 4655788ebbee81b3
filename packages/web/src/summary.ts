import type { Report, VerdictKind } from '@shenpian/core';
import { findingAnchor, sectionAnchors, verdictAnchor } from './anchors.ts';
import { orderFindings } from './finding-order.ts';
import { episodeName, fullPlace } from './place.ts';
import { groupOf, orderVerdicts, type VerdictGroup } from './verdict-order.ts';
import type { View } from './view.ts';

/** One thing to do, with the part of the page that says more. */
export interface Step {
  readonly text: string;
  readonly anchor: string;
}

const claimOrder: readonly VerdictKind[] = ['fail', 'open', 'review', 'pass', 'notApplicable'];

/** What the report counts to, in one sentence. It only counts: nothing is weighed here. */
export function resultSentence(view: View, report: Report): string {
  const violations = report.findings.filter(({ level }) => level === 'violation').length;
  const warnings = report.findings.filter(({ level }) => level === 'warning').length;
  const failed = report.checks.filter(({ status }) => status === 'failed').length;
  const completed = report.checks.some(({ status }) => status === 'ok');
  const parts = [];
  if (violations > 0) parts.push(view.count('found', violations));
  else parts.push(view.text(completed ? 'foundNothing' : 'foundNothingYet'));
  if (warnings > 0) parts.push(view.count('warnings', warnings));
  for (const kind of claimOrder) {
    const count = report.verdicts.filter(({ claimed, verdict }) => claimed && verdict === kind).length;
    if (count > 0) parts.push(view.count(`claims.${kind}`, count));
  }
  for (const kind of ['fail', 'open', 'review'] as const) {
    const count = report.verdicts.filter(
      (verdict) => groupOf(verdict) === 'binding' && verdict.verdict === kind,
    ).length;
    if (count > 0) parts.push(view.count(`standards.${kind}`, count));
  }
  if (failed > 0) parts.push(view.count('checksFailed', failed));
  if (report.problems.length > 0) parts.push(view.count('problems', report.problems.length));
  return parts.join(view.text('listJoin')) + view.text('sentenceEnd');
}

function verdictSteps(view: View, report: Report, group: VerdictGroup, kind: VerdictKind): Step[] {
  // One entry in drama.yaml may be missing for several clauses: it is asked for once.
  const asked = new Set<string>();
  return orderVerdicts(report.verdicts)
    .filter((verdict) => groupOf(verdict) === group && verdict.verdict === kind)
    .flatMap((verdict) => {
      const title = view.pick(verdict.title);
      const anchor = verdictAnchor(verdict);
      if (kind === 'fail') {
        const last = verdict.because.at(-1);
        return [
          {
            text: view.text('stepFail', {
              title,
              reason: last ? view.pick(last) : view.text('noReason'),
            }),
            anchor,
          },
        ];
      }
      const missing =
        verdict.missing.length > 0 ? verdict.missing.map((what) => view.pick(what)) : [view.text('seeBelow')];
      const id = kind === 'open' ? 'stepOpen' : 'stepReview';
      return missing
        .filter((what) => verdict.missing.length === 0 || !asked.has(what))
        .map((what) => {
          asked.add(what);
          return { text: view.text(id, { title, missing: what }), anchor };
        });
    });
}

function findingSteps(view: View, report: Report, level: 'violation' | 'warning'): Step[] {
  return orderFindings(report.findings.filter((finding) => finding.level === level)).map((finding) => ({
    text: view.text(level === 'violation' ? 'stepViolation' : 'stepWarning', {
      place: fullPlace(view, report, finding.at),
      message: view.pick(finding.message),
    }),
    anchor: findingAnchor(finding),
  }));
}

/** Everything left to do, in the order in which it unblocks the rest: inputs, checks, violations, claims, standards, warnings. */
export function nextSteps(view: View, report: Report): Step[] {
  const problems = report.problems.map((problem) => ({
    text: view.pick(problem.message),
    anchor: sectionAnchors.problems,
  }));
  const checks = report.checks
    .filter(({ status }) => status === 'failed')
    .map((check) => ({
      text: view.text('stepCheck', {
        check: view.pick(check.title),
        place: check.episode === null ? view.text('wholeSeries') : episodeName(view, report, check.episode),
        reason: check.reason ? view.pick(check.reason) : view.text('noReason'),
      }),
      anchor: sectionAnchors.checks,
    }));
  return [
    ...problems,
    ...checks,
    ...findingSteps(view, report, 'violation'),
    ...(['claimed', 'binding'] as const).flatMap((group) =>
      (['fail', 'open', 'review'] as const).flatMap((kind) => verdictSteps(view, report, group, kind)),
    ),
    ...findingSteps(view, report, 'warning'),
  ];
}
