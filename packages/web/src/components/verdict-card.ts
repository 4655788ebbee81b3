import type { Verdict } from '@shenpian/core';
import { verdictAnchor } from '../anchors.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import { formatMoney } from '../number-format.ts';
import type { View } from '../view.ts';
import { verdictBadge } from './badge.ts';
import { decidingLines, stepTable } from './step-table.ts';

/** One clause: what it says, how it came out, why, and what is missing. */
export function verdictCard(view: View, verdict: Verdict): Html {
  const lines = (texts: Verdict['because']): Html[] => texts.map((text) => html`<li>${view.pick(text)}</li>`);
  const cap: HtmlValue =
    verdict.cap !== undefined &&
    html`<p class="cap">
      <strong>${view.text('cap', { amount: formatMoney(view, verdict.cap) })}</strong>
      <span class="quiet">${view.text('capNote')}</span>
    </p>`;
  const because: HtmlValue =
    verdict.because.length > 0 &&
    html`<h4>${view.text('because')}</h4>
      <ol class="because">
        ${lines(verdict.because)}
      </ol>`;
  const missing: HtmlValue =
    verdict.missing.length > 0 &&
    html`<div class="missing">
      <h4>${view.text('missing')}</h4>
      <ul>
        ${lines(verdict.missing)}
      </ul>
    </div>`;
  return html` <article class="card verdict edge-${verdict.verdict}" id="${verdictAnchor(verdict)}">
    <header>
      ${verdictBadge(view, verdict.verdict)}
      <h3>${view.pick(verdict.title)}</h3>
      <p class="article">
        <bdi lang="zh-CN">${verdict.article}</bdi
        >${verdict.claimed && html` <span class="tag">${view.text('claimedTag')}</span>`}
      </p>
    </header>
    ${cap}${missing}${decidingLines(view, verdict)}${because}${stepTable(view, verdict)}
    <details class="verbatim">
      <summary>${view.text('verbatim')}</summary>
      <blockquote lang="zh-CN">${verdict.text}</blockquote>
    </details>
    <p class="small">${view.text('pack', { pack: verdict.pack, clause: verdict.clause })}</p>
  </article>`;
}
