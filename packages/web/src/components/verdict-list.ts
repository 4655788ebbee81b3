import type { Report, Verdict } from '@shenpian/core';
import { sectionAnchors } from '../anchors.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import { groupOf, orderVerdicts, verdictGroups } from '../verdict-order.ts';
import type { View } from '../view.ts';
import { section } from './section.ts';
import { verdictCard } from './verdict-card.ts';

/** All clauses: claimed ones, binding ones, others; what does not apply and was not claimed is folded away. */
export function verdictList(view: View, report: Report): Html {
  const ordered = orderVerdicts(report.verdicts);
  const isIdle = ({ claimed, verdict }: Verdict): boolean => !claimed && verdict === 'notApplicable';
  const cards = (verdicts: readonly Verdict[]): Html =>
    html`<div class="cards">${verdicts.map((verdict) => verdictCard(view, verdict))}</div>`;
  const groups = verdictGroups.map((group): HtmlValue => {
    const shown = ordered.filter((verdict) => groupOf(verdict) === group && !isIdle(verdict));
    if (shown.length === 0) return null;
    // Whoever applied for something came for that; the other policies are there to be looked up.
    if (group === 'unclaimed' && ordered.some(({ claimed }) => claimed)) {
      return html`<details class="idle">
        <summary>${view.count('otherPolicies', shown.length)}</summary>
        ${cards(shown)}
      </details>`;
    }
    return [html`<p class="group">${view.text(group)}</p>`, cards(shown)];
  });
  const idle = ordered.filter(isIdle);
  return section(sectionAnchors.verdicts, view.text('verdicts'), [
    ordered.length === 0 && html`<p>${view.text('noVerdicts')}</p>`,
    groups,
    idle.length > 0 &&
      html`<details class="idle">
        <summary>${view.count('notApplicable', idle.length)}</summary>
        ${cards(idle)}
      </details>`,
  ]);
}
