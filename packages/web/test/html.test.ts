import { describe, expect, test } from 'vitest';
import { escapeHtml, html, toMarkup, trusted, type HtmlValue } from '../src/html.ts';

describe('escapeHtml', () => {
  test.each([
    ['plain 审片', 'plain 审片'],
    ['<script>', '&lt;script&gt;'],
    [`"'&`, '&quot;&#39;&amp;'],
    ['&lt;', '&amp;lt;'],
    ['a\u0000b\u001Bc\u007F', 'a\uFFFDb\uFFFDc\uFFFD'],
    ['line\n\ttab', 'line\n\ttab'],
  ])('%j', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
  });
});

describe('html', () => {
  test.each<[string, HtmlValue, string]>([
    ['text is escaped', '<b>', '[&lt;b&gt;]'],
    ['numbers stand as they are, zero too', 0, '[0]'],
    ['nothing gives nothing', [null, undefined, false, ''], '[]'],
    ['markup of another template is kept', html`<b>${'<i>'}</b>`, '[<b>&lt;i&gt;</b>]'],
    ['lists are joined, however deep', ['a', [html`<b></b>`, ['<']]], '[a<b></b>&lt;]'],
    ['trusted markup is kept', trusted('<hr>'), '[<hr>]'],
    ['replacement patterns mean nothing', '$& $1', '[$&amp; $1]'],
  ])('%s', (_, value, expected) => {
    expect(toMarkup(html`[${value}]`)).toBe(expected);
  });

  test('an object out of JSON cannot pass for markup', () => {
    const forged = JSON.parse('{"safe html": "<script>", "markup": "<script>"}') as HtmlValue;
    expect(() => toMarkup(html`${forged}`)).toThrow(TypeError);
  });
});
