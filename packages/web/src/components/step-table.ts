import type { Step, Verdict } from '@shenpian/core';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { View } from '../view.ts';
import { formatFactValue } from './fact-value.ts';
import { stackedTable } from './stacked-table.ts';

const symbols = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '==': '=', '!=': '≠' } as const;

function valueOf(view: View, { id, fact, unit }: Pick<Step['facts'][number], 'id' | 'fact' | 'unit'>): string {
  if (fact === null || 'unknown' in fact) return view.text('unknown');
  if ('value' in fact && id === 'series-kind') return view.kind(String(fact.value));
  if ('value' in fact) return formatFactValue(view, fact.value, unit);
  const low = formatFactValue(view, fact.low, unit);
  return view.text('interval', { low, high: formatFactValue(view, fact.high, unit, 'high') });
}

function row(view: View, step: Step): Html {
  const { comparison, threshold, facts, from } = step;
  const asked: HtmlValue =
    comparison !== undefined &&
    threshold !== undefined &&
    html`<br />${view.text('asks', { comparison: symbols[comparison], value: formatFactValue(view, threshold, facts[0]?.unit ?? '') })}`;
  const shown = facts.map(
    ({ id, label, fact, unit }) =>
      html`<span class="line"
        >${view.text('labelled', { label: view.pick(label), value: valueOf(view, { id, fact, unit }) })}</span
      >`,
  );
  return html`<tr>
    <td data-label="${view.text('condition')}">${view.pick(step.text)}</td>
    <td class="value" data-label="${view.text('value')}">${shown.length > 0 ? shown : '—'}${asked}</td>
    <td data-label="${view.text('outcome')}">${view.text(`truth.${step.truth}`)}</td>
    <td data-label="${view.text('from')}">${from ? view.pick(from) : '—'}</td>
  </tr>`;
}

/** The conditions of a clause one by one, folded: what was measured, what is asked, and who gives what is missing. */
export function stepTable(view: View, { steps = [] }: Verdict): HtmlValue {
  return (
    steps.length > 0 &&
    html`<details class="verbatim">
      <summary>${view.text('steps')}</summary>
      ${stackedTable(
        view,
        { title: 'steps', columns: ['condition', 'value', 'outcome', 'from'], kind: 'steps' },
        steps.map((step) => row(view, step)),
      )}
    </details>`
  );
}

/** How much more would decide the clause; nothing for one that is decided. */
export function decidingLines(view: View, { steps = [], verdict }: Verdict): HtmlValue {
  const lines = steps.flatMap(({ facts, sensitivity }) =>
    sensitivity
      .filter(({ kind }) => kind !== 'margin')
      .map(({ text }) => {
        const value = view.pick(text);
        return html`<li>${facts[0] ? view.text('labelled', { label: view.pick(facts[0].label), value }) : value}</li>`;
      }),
  );
  return (
    lines.length > 0 &&
    verdict !== 'notApplicable' &&
    html`<div class="deciding">
      <h4>${view.text('deciding')}</h4>
      <ul>
        ${lines}
      </ul>
    </div>`
  );
}
