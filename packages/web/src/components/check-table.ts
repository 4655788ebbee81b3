import type { Check, Report } from '@shenpian/core';
import { sectionAnchors } from '../anchors.ts';
import { html, type Html, type HtmlValue } from '../html.ts';
import { formatRanges } from '../number-format.ts';
import type { View } from '../view.ts';
import { icon } from './icon.ts';
import { section } from './section.ts';
import { stackedTable } from './stacked-table.ts';

const statusOrder: readonly Check['status'][] = ['failed', 'skipped', 'ok'];
const statusIcon = { ok: 'pass', failed: 'violation', skipped: 'notApplicable' } as const;

/** Runs of one checker that ended alike, so that eighty episodes are one line. */
function mergeRuns(checks: readonly Check[]): Check[][] {
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    const key = JSON.stringify([check.id, check.version, check.status, check.reason, check.episode === null]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [check]);
    else group.push(check);
  }
  return [...groups.values()].toSorted(
    ([a], [b]) => statusOrder.indexOf(a?.status ?? 'ok') - statusOrder.indexOf(b?.status ?? 'ok'),
  );
}

function row(view: View, runs: readonly Check[]): HtmlValue {
  const [first] = runs;
  if (first === undefined) return null;
  const episodes = runs.flatMap(({ episode }) => episode ?? []);
  const numbers = formatRanges(episodes).join(view.text('valueJoin'));
  const scope =
    episodes.length === 0
      ? view.text('wholeSeries')
      : view.text(episodes.length === 1 ? 'episode' : 'episodesList', { number: numbers, numbers });
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  return html` <tr class="status-${first.status}">
    <th scope="row">
      ${view.pick(first.title)}<span class="small">${view.text('checkVersion', { version: first.version })}</span>
    </th>
    <td data-label="${view.text('scope')}">${scope}</td>
    <td data-label="${view.text('status')}">
      <span class="badge tone-${statusIcon[first.status]}"
        >${icon(statusIcon[first.status])}<span>${view.text(`status.${first.status}`)}</span></span
      >
    </td>
    <td data-label="${view.text('note')}">${first.reason ? view.pick(first.reason) : '—'}</td>
    <td class="value cell-runTime" data-label="${view.text('runTime')}">
      ${view.text('runTimeValue', { seconds: seconds.toFixed(1) })}
    </td>
  </tr>`;
}

/** Which checks ran, which failed and why; a failed one is never a pass and says so. */
export function checkTable(view: View, report: Report): Html {
  const failed = report.checks.some(({ status }) => status === 'failed');
  const columns = ['check', 'scope', 'status', 'note', 'runTime'] as const;
  return section(
    sectionAnchors.checks,
    view.text('checks'),
    report.checks.length === 0
      ? html`<p>${view.text('noChecks')}</p>`
      : html`${failed && html`<p class="loud">${icon('violation')}<span>${view.text('failedLead')}</span></p>`}
          ${stackedTable(
            view,
            { title: 'checks', columns },
            mergeRuns(report.checks).map((runs) => row(view, runs)),
          )}`,
  );
}
