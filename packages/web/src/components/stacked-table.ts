import { html, type Html, type HtmlValue } from '../html.ts';
import type { MessageId } from '../messages.ts';
import type { View } from '../view.ts';

/** A table with a hidden title, that becomes cards on narrow screens; `kind` is a further class. */
export function stackedTable(
  view: View,
  {
    title,
    columns,
    kind = '',
  }: { readonly title: MessageId; readonly columns: readonly MessageId[]; readonly kind?: string },
  rows: readonly HtmlValue[],
): Html {
  return html`<table class="card stacked ${kind}">
    <caption class="hidden">
      ${view.text(title)}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${view.text(column)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
