const safe = Symbol('safe html');

/** Markup that is safe to put into a page: only {@link html} and {@link trusted} make it. */
export interface Html {
  // A symbol key cannot come out of JSON, so no report can smuggle markup in.
  readonly [safe]: string;
}

/** What may stand in an {@link html} template. Text is escaped; null, undefined and false give nothing. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, for element content and for quoted attributes. Control characters, which HTML forbids, become U+FFFD. */
export function escapeHtml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '\uFFFD')
      .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
  );
}

function isHtml(value: object): value is Html {
  return safe in value;
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (isHtml(value)) return value[safe];
  return value.map(render).join('');
}

/** Template tag that escapes every value which is not {@link Html} already. Attributes must be quoted. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = parts[0] ?? '';
  values.forEach((value, index) => {
    markup += render(value) + (parts[index + 1] ?? '');
  });
  return { [safe]: markup };
}

/** Markup written by us, such as the style sheet. Never give it anything out of a report. */
export function trusted(markup: string): Html {
  return { [safe]: markup };
}

/** The markup as a string, for writing to a file. */
export function toMarkup(value: Html): string {
  return value[safe];
}
