import { html, type Html } from '../html.ts';

/** `text` with every occurrence of `matched` marked; null when it does not occur. */
export function highlight(text: string, matched: string): Html | null {
  if (matched === '' || !text.includes(matched)) return null;
  const parts = text.split(matched);
  return html`${parts.map((part, index) => [index > 0 && html`<mark>${matched}</mark>`, part])}`;
}
