import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { parseTable } from './csv.ts';
import { LexiconError } from './lexicon-error.ts';
import { lexiconSchema, type Lexicon } from './lexicon.ts';

/** A lexicon with the line of its file, from 1, that each of its terms begins in. */
export interface LocatedLexicon {
  readonly lexicon: Lexicon;
  readonly lines: readonly number[];
}

/**
 * Reads a lexicon written in YAML. `name` is what errors call it.
 *
 * @throws LexiconError `invalid`, with the line.
 */
export function parseLexicon(yaml: string, name: string): LocatedLexicon {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  const [error] = document.errors;
  if (error) {
    const { line } = lineCounter.linePos(error.pos[0]);
    throw new LexiconError(
      'invalid',
      { lexicon: `${name}:${line}`, detail: firstLine(error.message) },
      { cause: error },
    );
  }
  const terms = isMap(document.contents) ? document.contents.get('terms') : null;
  const lines = isSeq(terms)
    ? terms.items.map((item) => {
        const { range } = item as { readonly range?: readonly number[] };
        return lineCounter.linePos(range?.[0] ?? 0).line;
      })
    : [];
  return { lexicon: checked(document.toJS() as unknown, name, lines), lines };
}

/** Reads a list with a term a line; `#` begins a comment. `A & B` is a term whose words must stand near each other. */
export function parseTermList(
  text: string,
  { id, name }: { readonly id: string; readonly name: string },
): LocatedLexicon {
  const seen = new Set<string>();
  const terms: unknown[] = [];
  const lines: number[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const term = line.replace(/#.*$/, '').trim();
    if (term === '' || seen.has(term)) continue;
    seen.add(term);
    terms.push({ level: 'warning', ...written(term) });
    lines.push(index + 1);
  }
  return { lexicon: checked({ id, title: { 'zh-CN': id, en: id }, terms }, name, lines), lines };
}

/** Columns of a table of terms that hold lists, separated by `|`. */
const listColumns = new Set(['variants', 'allow', 'match', 'noMatch']);

/**
 * Reads a table of terms (CSV). The first row names the columns: keys of a term, and `document` and `article` of its standard.
 *
 * @throws LexiconError `invalid`, with the line.
 */
export function parseTermTable(
  text: string,
  { id, name }: { readonly id: string; readonly name: string },
): LocatedLexicon {
  const [header, ...rows] = parseTable(text);
  const columns = header?.cells.map((cell) => cell.trim()) ?? [];
  if (!columns.includes('text')) {
    throw new LexiconError('invalid', { lexicon: `${name}:1`, detail: 'the first row names no column "text"' });
  }
  const terms = rows.map(({ cells }) => {
    const given = new Map(columns.map((column, index) => [column, (cells[index] ?? '').trim()] as const));
    const term: Record<string, unknown> = { level: 'warning', ...written(given.get('text') ?? '') };
    for (const [column, cell] of given) {
      if (cell === '' || column === 'text' || column === 'article') continue;
      if (column === 'document') term['standards'] = [{ document: cell, article: given.get('article') ?? '' }];
      else term[column] = listColumns.has(column) ? cell.split('|').map((each) => each.trim()) : plain(cell);
    }
    return term;
  });
  const lines = rows.map(({ line }) => line);
  return { lexicon: checked({ id, title: { 'zh-CN': id, en: id }, terms }, name, lines), lines };
}

function written(term: string): { text: string; all?: string[] } {
  const words = term.split(/\s+[&＆]\s+/);
  return words.length > 1 ? { text: term, all: words } : { text: term };
}

function plain(cell: string): unknown {
  if (cell === 'true' || cell === 'false') return cell === 'true';
  return /^\d+$/.test(cell) ? Number(cell) : cell;
}

function checked(data: unknown, name: string, lines: readonly number[]): Lexicon {
  const result = lexiconSchema.safeParse(data);
  if (result.success) return result.data;
  const { issues } = result.error;
  // A misspelt key is also a missing one; the misspelling says more.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  throw new LexiconError(
    'invalid',
    { lexicon: name + placeOf(issue, lines), detail: describe(issue) },
    { cause: result.error },
  );
}

function placeOf(issue: z.core.$ZodIssue | undefined, lines: readonly number[]): string {
  const [list, index] = issue?.path ?? [];
  const line = list === 'terms' && typeof index === 'number' ? lines[index] : undefined;
  return line === undefined ? '' : `:${line}`;
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  return `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/:$/, '') ?? '';
}
