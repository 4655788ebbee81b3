import type { Report } from '@shenpian/core';
import { sectionAnchors } from '../anchors.ts';
import { html, type Html } from '../html.ts';
import type { View } from '../view.ts';

/** Links to the parts of the page, each with how much is in it. */
export function contents(view: View, report: Report): Html {
  const { scripts = [] } = report;
  const entries = [
    ...(report.problems.length > 0 ? (['problems'] as const) : []),
    'verdicts',
    'facts',
    'findings',
    'episodes',
    ...(scripts.length > 0 ? (['scripts'] as const) : []),
    'checks',
  ] as const;
  const counts = {
    problems: report.problems.length,
    verdicts: report.verdicts.length,
    facts: Object.keys(report.facts).length,
    findings: report.findings.length,
    episodes: report.inputs.length,
    scripts: scripts.length,
    checks: new Set(report.checks.map(({ id }) => id)).size,
  };
  return html`<nav class="contents" aria-label="${view.text('contents')}">
    <ul>
      ${entries.map(
        (entry) =>
          html`<li>
            <a href="#${sectionAnchors[entry]}"
              >${view.text(entry)} <span class="count">${counts[entry]}</span></a
            >
          </li>`,
      )}
    </ul>
  </nav> `;
}
