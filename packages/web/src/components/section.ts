import { html, type Html, type HtmlValue } from '../html.ts';

/** A titled part of the page that links can point to. */
export function section(anchor: string, title: string, content: HtmlValue, tone = ''): Html {
  return html`<section class="part ${tone}" id="${anchor}" aria-labelledby="${anchor}-title">
    <h2 id="${anchor}-title">${title}</h2>
    ${content}
  </section> `;
}
