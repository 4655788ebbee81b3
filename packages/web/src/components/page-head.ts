import type { Report } from '@shenpian/core';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { MessageId } from '../messages.ts';
import { formatClock, formatInstant, formatMoney } from '../number-format.ts';
import { nextSteps, resultSentence } from '../summary.ts';
import type { View } from '../view.ts';

// What a producer can take in at a glance; the rest stands in the sections.
const stepsShown = 6;

function identity(view: View, report: Report): Html {
  const { series, inputs, tool, decisions } = report;
  const length = formatClock(inputs.reduce((sum, { seconds }) => sum + seconds, 0));
  const rows: readonly (readonly [MessageId, string | null])[] = [
    ['producer', series.producer],
    ['filingNumber', series.filing.number],
    ['filingDate', series.filing.date],
    ['kind', view.kind(series.kind)],
    ['investment', series.investment === null ? null : formatMoney(view, series.investment)],
    ['episodeCount', view.text('episodesTotal', { count: inputs.length, length })],
    ['generated', formatInstant(report.generatedAt)],
    ['tool', `Shenpian ${tool.version}`],
    ...(decisions.length > 0
      ? ([['decisions', view.text('decisionCount', { count: decisions.length })]] as const)
      : []),
  ];
  return html`<dl class="identity">
    ${rows.map(
      ([label, value]) =>
        html` <div>
          <dt>${view.text(label)}</dt>
          <dd>${value ?? html`<span class="quiet">${view.text('notGiven')}</span>`}</dd>
        </div>`,
    )}
  </dl>`;
}

/** What to do first, what the result is in one sentence, and what to do after that. */
function outcome(view: View, report: Report): Html {
  const [first, ...rest] = nextSteps(view, report);
  const later = rest.slice(0, stepsShown - 1);
  const hidden = rest.length - later.length;
  const laterList: HtmlValue =
    later.length > 0 &&
    html`<p class="label">${view.text('afterThat')}</p>
      <ol class="steps" start="2">
        ${later.map(({ text, anchor }) => html`<li><a href="#${anchor}">${text}</a></li>`)}
      </ol>`;
  return html`<section class="outcome" aria-labelledby="outcome-title">
    <h2 id="outcome-title" class="hidden">${view.text('result')}</h2>
    <p class="next">
      <span class="label">${view.text('nextStep')}</span> ${
        first === undefined ? view.text('nothingToDo') : html`<a href="#${first.anchor}">${first.text}</a>`
      }
    </p>
    <p class="sentence">${resultSentence(view, report)}</p>
    ${laterList}
    ${hidden > 0 && html`<p class="quiet">${view.text('moreSteps', { count: hidden })}</p>`}
  </section>`;
}

/** The head of the page: which series this is about, and what came out of it. */
export function pageHead(view: View, report: Report): Html {
  const title = report.series.title.trim() === '' ? view.text('untitled') : report.series.title;
  return html`<header class="page-head">
    <p class="report-kind">${view.text('reportKind')}</p>
    <h1 lang="zh-CN">${title}</h1>
    ${identity(view, report)} ${outcome(view, report)}
  </header> `;
}
