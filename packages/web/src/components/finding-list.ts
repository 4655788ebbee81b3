import { levels, type Report } from '@shenpian/core';
import { sectionAnchors } from '../anchors.ts';
import { groupFindings, orderFindings, placeKey } from '../finding-order.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import { placeName } from '../place.ts';
import type { View } from '../view.ts';
import { findingCard } from './finding-card.ts';
import { section } from './section.ts';

/** Filters for many findings. Hidden until the script shows it: without a script it could do nothing. */
function toolbar(view: View, report: Report): Html {
  const places = new Map(orderFindings(report.findings).map(({ at }) => [placeKey(at), placeName(view, report, at)]));
  return html`<form class="toolbar" id="finding-filter" hidden aria-label="${view.text('filter')}">
    ${levels
      .filter((level) => report.findings.some((finding) => finding.level === level))
      .map(
        (level) =>
          html`<label class="choice"
            ><input type="checkbox" name="level" value="${level}" checked />
            ${view.text(`level.${level}`)}</label
          > `,
      )}<label
      >${view.text('filterPlace')}
      <select name="place">
        <option value="">${view.text('allPlaces')}</option>
        ${[...places].map(([key, name]) => html`<option value="${key}">${name}</option>`)}
      </select></label
    >
    <label>${view.text('filterText')} <input type="search" name="text" /></label>
    <output name="shown" data-text="${view.text('shown')}"></output>
  </form>`;
}

/** All findings by level, then by episode, script or document. */
export function findingList(view: View, report: Report): Html {
  const linked = [...view.pictures.values()].filter((picture) => picture === 'linked').length;
  const completed = report.checks.some(({ status }) => status === 'ok');
  const content: HtmlValue =
    report.findings.length === 0
      ? html`<p>
          ${view.text(completed ? 'noFindings' : 'foundNothingYet')}${!completed && view.text('sentenceEnd')}
        </p>`
      : [
          report.findings.length > 1 && toolbar(view, report),
          linked > 0 && html`<p class="quiet">${view.text('picturesLinked', { count: linked })}</p>`,
          groupFindings(report.findings).map(
            ({ level, count, places }) =>
              html` <div class="level-group">
                <h3>${view.text('levelCount', { level: view.text(`level.${level}`), count })}</h3>
                ${places.map(
                  ({ findings }) =>
                    html` <div class="place-group">
                      <h4>${findings[0] && placeName(view, report, findings[0].at)}</h4>
                      <div class="cards">
                        ${findings.map((finding) => findingCard(view, report, finding))}
                      </div>
                    </div>`,
                )}
              </div>`,
          ),
        ];
  return section(sectionAnchors.findings, view.text('findings'), content);
}
