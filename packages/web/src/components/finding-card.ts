import type { Finding, Report } from '@shenpian/core';
import { findingAnchor } from '../anchors.ts';
import { placeKey } from '../finding-order.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import { formatPercent } from '../number-format.ts';
import { fullPlace, spotName } from '../place.ts';
import type { View } from '../view.ts';
import { levelBadge } from './badge.ts';
import { highlight } from './highlight.ts';
import { picture } from './picture.ts';

// Enough to tell findings of one report apart by eye; the whole fingerprint is in report.json.
const fingerprintShown = 10;

function quotation(view: View, finding: Finding): HtmlValue {
  const texts = [...new Set(finding.evidence.map(({ text }) => text))].filter((text) => text !== undefined);
  const matched = finding.matched ?? '';
  const marked = texts.map((text) => ({ text, marked: highlight(text, matched) }));
  const alone = matched !== '' && marked.every((quote) => quote.marked === null);
  return [
    alone &&
      html`<p class="matched">
        <span class="quiet">${view.text('matched')}</span> <mark lang="zh-CN">${matched}</mark>
      </p>`,
    marked.map((quote) => html`<blockquote lang="zh-CN">${quote.marked ?? quote.text}</blockquote>`),
  ];
}

function standards(view: View, finding: Finding): HtmlValue {
  if (finding.standards.length === 0) return null;
  return html`<p class="standards">
    <span class="quiet">${view.text('standards')}</span> ${finding.standards.map(
      (standard, index) =>
        html`${index > 0 && view.text('valueJoin')}<bdi lang="zh-CN"
            >${view.text('standard', standard)}</bdi
          >`,
    )}
  </p>`;
}

/** Further places that a card names; the whole list is in report.json. */
const mostPlaces = 12;

function furtherPlaces(view: View, report: Report, { also = [] }: Finding): HtmlValue {
  if (also.length === 0) return null;
  const named = also.slice(0, mostPlaces).map((at) => fullPlace(view, report, at));
  if (also.length > mostPlaces) named.push(view.text('alsoMore', { count: also.length - mostPlaces }));
  return html`<p class="also">
    <span class="quiet">${view.text('alsoAt')}</span> ${named.join(view.text('valueJoin'))}
  </p>`;
}

function smallPrint(view: View, finding: Finding): string[] {
  const { rule, fingerprint, evidence } = finding;
  const documents = evidence.filter(({ kind, path }) => kind === 'document' && path !== undefined);
  return [
    ...documents.map(({ path = '' }) => view.text('evidenceDocument', { path })),
    view.text('rule', { rule }),
    view.text('fingerprint', { fingerprint: fingerprint.slice(0, fingerprintShown) }),
  ];
}

/** One finding: its picture, where it is, what was matched, under which rule, and how sure it is. */
export function findingCard(view: View, report: Report, finding: Finding): Html {
  const spot = spotName(view, finding.at);
  const place = fullPlace(view, report, finding.at);
  const frames = finding.evidence.filter(({ kind }) => kind === 'frame');
  const shown = frames.length > 0 || !('episode' in finding.at) ? frames : [undefined];
  return html` <article
    class="card finding edge-${finding.level}"
    id="${findingAnchor(finding)}"
    data-level="${finding.level}"
    data-place="${placeKey(finding.at)}"
  >
    ${shown.length > 0 && html`<div class="frames">${shown.map((frame) => picture(view, frame?.path, view.text('frameOf', { place })))}</div>`}
    <div class="body">
      <p class="spot">
        ${levelBadge(view, finding.level)}${spot !== null && html` <span class="time">${spot}</span>`}${
          finding.confidence < 1 &&
          html` <span class="tag"
            >${view.text('confidence', { confidence: formatPercent(finding.confidence) })}</span
          >`
        }
      </p>
      <h5>${view.pick(finding.message)}</h5>
      ${quotation(view, finding)} ${furtherPlaces(view, report, finding)} ${standards(view, finding)}
      <p class="small">${smallPrint(view, finding).join(' · ')}</p>
    </div>
  </article>`;
}
