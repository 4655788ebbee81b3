import type { Language, Localized, VerdictKind } from '@shenpian/core';
import { batchMessages, type BatchMessageId } from './batch-messages.ts';
import { verdictBadge } from './components/badge.ts';
import { html, toMarkup, type Html } from './html.ts';
import { formatClock } from './number-format.ts';
import { pageShell } from './page-shell.ts';
import { createView, type View } from './view.ts';

/** One submission of a batch, as its index shows it. */
export interface BatchRow {
  /** Folder of the report, relative to the index. */
  readonly name: string;
  /** Folder of the submission. */
  readonly folder: string;
  readonly state: 'finished' | 'unreadable' | 'incomplete';
  readonly title: string | null;
  readonly episodes: number;
  readonly seconds: number;
  readonly violations: number;
  readonly warnings: number;
  readonly verdicts: readonly {
    readonly article: string;
    readonly title: Localized;
    readonly verdict: VerdictKind;
    readonly claimed: boolean;
  }[];
  /** What the check said: problems with files, or why it could not finish. */
  readonly words: string;
  readonly report: boolean;
}

/** Those that need someone first: not finished, unreadable, violations, then the rest. */
function urgency(row: BatchRow): number {
  if (row.state === 'incomplete') return 0;
  if (row.state === 'unreadable') return 1;
  return row.violations > 0 ? 2 : 3;
}

function verdictCell(view: View, row: BatchRow, text: (id: BatchMessageId) => string): Html {
  return html`<ul class="verdicts">${row.verdicts
    .toSorted((a, b) => Number(b.claimed) - Number(a.claimed))
    .map(
      ({ article, title, verdict, claimed }) =>
        html`<li>${verdictBadge(view, verdict)} ${article} ${view.pick(title)}${claimed ? text('claimed') : ''}</li>`,
    )}</ul>`;
}

/** A count of findings; where nothing was checked there is none, not zero. */
function counted(row: BatchRow, count: number): string {
  return row.report ? String(count) : '—';
}

function rowOf(view: View, row: BatchRow, text: (id: BatchMessageId) => string): Html {
  const title = row.title ?? row.name;
  const link = row.report
    ? html`<a href="${encodeURI(`${row.name}/report.html`)}">${title}</a>`
    : html`<span>${title}</span>`;
  const size = row.episodes > 0 ? `${row.episodes} · ${formatClock(row.seconds)}` : '—';
  const words =
    row.words === '' ? null : html`<details><summary>${text('details')}</summary><pre>${row.words}</pre></details>`;
  const cell = (label: BatchMessageId, content: string | Html): Html =>
    html`<td data-label="${text(label)}">${content}</td>`;
  return html`
<tr><th scope="row">${link}<span class="small">${row.folder}</span></th>${cell(
    'state',
    html`<strong>${text(row.state)}</strong>${words}`,
  )}${cell('size', size)}${cell('violations', counted(row, row.violations))}${cell('warnings', counted(row, row.warnings))}${cell(
    'verdicts',
    verdictCell(view, row, text),
  )}</tr>`;
}

/** The index of a batch: one line a submission, those that need someone first, each linked to its report. */
export function batchIndexPage(rows: readonly BatchRow[], language: Language): string {
  const view = createView(language, new Map());
  const text = (id: BatchMessageId): string => batchMessages[id][language];
  const sorted = rows.toSorted(
    (a, b) => urgency(a) - urgency(b) || a.name.localeCompare(b.name, 'zh-Hans-CN', { numeric: true }),
  );
  const columns = ['submission', 'state', 'size', 'violations', 'warnings', 'verdicts'] as const;
  const body = html`<div class="sheet"><header class="batch-head"><h1>${text('heading')}</h1><p>${text('note')}</p></header>
<main id="main"><table class="card stacked batch"><caption class="hidden">${text('heading')}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${text(column)}</th>`)}</tr></thead>
<tbody>${sorted.map((row) => rowOf(view, row, text))}
</tbody></table></main></div>`;
  return toMarkup(pageShell({ language, title: text('heading'), body, generator: 'Shenpian' }));
}
