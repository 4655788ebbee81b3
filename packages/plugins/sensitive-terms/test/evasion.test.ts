import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { lexiconSchema } from '../src/lexicon/lexicon.ts';
import { screenText } from '../src/screening/screen-text.ts';

type GivenTerm = string | { readonly text?: string; readonly all?: readonly string[] };
type GivenLine = string | { readonly line: string; readonly found: readonly (readonly [string, number, number])[] };

interface Group {
  readonly shows: string;
  readonly homophones?: boolean;
  readonly terms: readonly GivenTerm[];
  readonly lines: readonly GivenLine[];
}

const file = new URL('../cases/evasion/cases.yaml', import.meta.url);
const groups = parse(readFileSync(file, 'utf8')) as readonly Group[];

/** The text and the places of its hits, `term start-end` in UTF-16 code units of the whole text. */
function expected(given: GivenLine): { text: string; hits: string[] } {
  if (typeof given !== 'string') {
    return { text: given.line, hits: given.found.map(([term, start, end]) => `${term} ${start}-${end}`).sort() };
  }
  const colon = given.indexOf(': ');
  const [term, marked] = [given.slice(0, colon), given.slice(colon + 2)];
  let text = '';
  let start = 0;
  const hits: string[] = [];
  for (const unit of marked.split('')) {
    if (unit === '⟦') start = text.length;
    else if (unit === '⟧') hits.push(`${term} ${start}-${text.length}`);
    else text += unit;
  }
  return { text, hits: hits.sort() };
}

test('there are at least 200 cases', () => {
  expect(groups.reduce((count, { lines }) => count + lines.length, 0)).toBeGreaterThanOrEqual(200);
});

describe.each(groups)('$shows', ({ terms, lines, homophones = false }) => {
  const lexicon = lexiconSchema.parse({
    id: 'evasion',
    title: { 'zh-CN': '变形', en: 'evasion' },
    terms: terms.map((term) => ({ level: 'warning', ...(typeof term === 'string' ? { text: term } : term) })),
  });

  test.each(lines.map((line) => expected(line)))('$text', async ({ text, hits }) => {
    const lineStarts = [
      0,
      ...Array.from(text.matchAll(/\r\n|[\n\r\u2028\u2029]/g), ({ 0: end, index }) => index + end.length),
    ];
    const found = await screenText(text, { lexicons: [lexicon], context: false, homophones });
    const places = found.map(({ term, line, column, length }) => {
      const start = (lineStarts[line - 1] ?? 0) + column - 1;
      return `${term} ${start}-${start + length}`;
    });
    expect(places.sort()).toEqual(hits);
  });
});
