import type { Report, Verdict } from '@shenpian/core';
import { sectionAnchors } from '../anchors.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import { orderVerdicts } from '../verdict-order.ts';
import type { View } from '../view.ts';
import { section } from './section.ts';
import { verdictCard } from './verdict-card.ts';

/** All clauses: claimed ones first, those that do not apply and were not claimed folded away. */
export function verdictList(view: View, report: Report): Html {
  const ordered = orderVerdicts(report.verdicts);
  const cards = (verdicts: readonly Verdict[]): Html =>
    html`<div class="cards">${verdicts.map((verdict) => verdictCard(view, verdict))}</div>`;
  const claimed = ordered.filter((verdict) => verdict.claimed);
  const others = ordered.filter((verdict) => !verdict.claimed && verdict.verdict !== 'notApplicable');
  const idle = ordered.filter((verdict) => !verdict.claimed && verdict.verdict === 'notApplicable');
  const content: HtmlValue = [
    ordered.length === 0 && html`<p>${view.text('noVerdicts')}</p>`,
    claimed.length > 0 && html`<p class="group">${view.text('claimed')}</p>${cards(claimed)}`,
    others.length > 0 && html`<p class="group">${view.text('unclaimed')}</p>${cards(others)}`,
    idle.length > 0 &&
      html`<details class="idle"><summary>${view.count('notApplicable', idle.length)}</summary>${cards(idle)}</details>`,
  ];
  return section(sectionAnchors.verdicts, view.text('verdicts'), content);
}
