import type { Fact, FactValue, Report } from '@shenpian/core';
import { sectionAnchors } from '../anchors.ts';
import { html, type Html } from '../html.ts';
import { formatPercent } from '../number-format.ts';
import type { View } from '../view.ts';
import { formatFactValue } from './fact-value.ts';
import { ratioBar } from './ratio-bar.ts';
import { section } from './section.ts';
import { stackedTable } from './stacked-table.ts';

// The one fact with a picture of its own: it decides the clause that this report is most often made for.
const pictured = 'local-scene-ratio';

function row(view: View, report: Report, id: string, fact: Fact): Html {
  const declared = report.factLabels[id];
  const unit = declared?.unit ?? 'text';
  const show = (value: FactValue, end?: 'low' | 'high'): string => formatFactValue(view, value, unit, end);
  let value: string;
  let basis: string | Html;
  if ('unknown' in fact) {
    value = view.text('unknown');
    const { reason, wouldSettle } = fact.unknown;
    basis = html`${view.pick(reason)}<br /><span class="settle-line"
        >${view.text('settleLine', { what: view.pick(wouldSettle) })}</span
      >`;
  } else if ('value' in fact) {
    value = id === 'series-kind' ? view.kind(String(fact.value)) : show(fact.value);
    basis = view.text(declared?.estimate ? 'estimated' : 'measured');
  } else {
    value = view.text('interval', { low: show(fact.low), high: show(fact.high, 'high') });
    basis = view.text(declared?.estimate ? 'estimatedInterval' : 'coverage', {
      coverage: formatPercent(fact.coverage),
    });
  }
  return html` <tr>
    <th scope="row">
      ${declared ? view.pick(declared.label) : id}<span class="small">${id}</span>
    </th>
    <td class="value" data-label="${view.text('value')}">${value}</td>
    <td data-label="${view.text('basis')}">${basis}</td>
  </tr>`;
}

/** The ratio of local scenes as a picture, then every fact in a table. */
export function factTable(view: View, report: Report): Html {
  const facts = Object.entries(report.facts);
  const ratio = report.facts[pictured];
  const ratioLabel = report.factLabels[pictured]?.label ?? { 'zh-CN': pictured, en: pictured };
  const table =
    facts.length === 0
      ? html`<p>${view.text('noFacts')}</p>`
      : stackedTable(
          view,
          { title: 'facts', columns: ['fact', 'value', 'basis'] },
          facts.map(([id, fact]) => row(view, report, id, fact)),
        );
  return section(
    sectionAnchors.facts,
    view.text('facts'),
    html`${
      ratio !== undefined &&
      ratioBar(
        view,
        ratioLabel,
        ratio,
        report.thresholds.filter(({ fact }) => fact === pictured),
      )
    } ${table}`,
  );
}
