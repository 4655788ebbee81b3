import { expect, test } from 'vitest';
import { highlight } from '../../src/components/highlight.ts';
import { toMarkup } from '../../src/html.ts';

test.each([
  ['嫁进豪门有什么好', '豪门', '嫁进<mark>豪门</mark>有什么好'],
  ['豪门，豪门', '豪门', '<mark>豪门</mark>，<mark>豪门</mark>'],
  ['a<b>c', '<b>', 'a<mark>&lt;b&gt;</mark>c'],
  ['a.c', '.', 'a<mark>.</mark>c'],
])('%s × %s', (text, matched, markup) => {
  const marked = highlight(text, matched);
  expect(marked && toMarkup(marked)).toBe(markup);
});

test.each([
  ['does not occur', '豪门', '豪 门'],
  ['is empty', '豪门', ''],
])('null when the match %s', (_, text, matched) => {
  expect(highlight(text, matched)).toBeNull();
});
