import { cellOf, namedTable, normalText, type DataRow, type DataTable, type NamedTable } from '@shenpian/core';
import type { ReleaseFinding } from './metric-table.ts';
import { commentField, type CommentField } from './vocabulary.ts';

/** Comments of all tables, each once, and what is to be said about them. */
export interface Comments {
  readonly texts: readonly string[];
  readonly findings: readonly ReleaseFinding[];
}

interface Comment {
  readonly text: string;
  readonly user: string;
}

/** Shorter comments are the same by chance: 好看, 打卡. */
const longComment = 10;

/** From so many users on, the same long comment is told. */
const copies = 3;

/** Copied comments that are told by name. */
const mostCopies = 10;

/** Reads tables of comments; a list without column names is read when it has one column only. */
export function readComments(tables: readonly DataTable[]): Comments {
  const findings: ReleaseFinding[] = [];
  const all: (Comment & { readonly path: string })[] = [];
  for (const { path, sheets } of tables) {
    for (const sheet of sheets) {
      const table = namedTable(sheet, commentField, (fields) => fields.has('text'));
      const single = sheet.rows.every(({ cells }) => cells.filter((cell) => cell.trim() !== '').length <= 1);
      const read = table === null ? (single ? singleColumn(sheet.rows) : null) : commentsOf(table);
      if (read !== null) for (const comment of read) all.push({ ...comment, path });
      else {
        const found = (sheet.rows[0]?.cells ?? []).filter(Boolean).slice(0, 8).join('、');
        const at = { document: path, ...(sheet.name === null ? {} : { sheet: sheet.name }) };
        findings.push({ messageId: 'noComments', level: 'warning', at, data: { found } });
      }
    }
  }
  const kept = new Map<string, Comment & { readonly path: string }>();
  const again = new Map<string, number>();
  for (const [index, comment] of all.entries()) {
    const key = keyOf(comment, index);
    if (kept.has(key)) again.set(comment.path, (again.get(comment.path) ?? 0) + 1);
    else kept.set(key, comment);
  }
  for (const [document, count] of again) {
    findings.push({ messageId: 'commentsTwice', level: 'warning', at: { document }, data: { count } });
  }
  const comments = [...kept.values()];
  return { texts: comments.map(({ text }) => text), findings: [...findings, ...copied(comments)] };
}

/** Equal for comments that count once. */
function keyOf({ text, user }: Comment, index: number): string {
  const words = normalText(text) || text;
  if (user !== '') return JSON.stringify([user, words]);
  return words.length >= longComment ? words : `#${index}`;
}

function copied(comments: readonly (Comment & { readonly path: string })[]): ReleaseFinding[] {
  return [...sameWords(comments).values()]
    .filter((same) => same.length >= copies)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostCopies)
    .map((same) => ({
      messageId: 'commentsCopied',
      level: 'warning',
      at: { document: same[0]!.path },
      matched: same[0]!.text,
      data: { text: same[0]!.text.slice(0, 40), users: same.length },
    }));
}

function sameWords<Each extends Comment>(comments: readonly Each[]): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const comment of comments) {
    const words = normalText(comment.text);
    if (comment.user === '' || words.length < longComment) continue;
    const same = groups.get(words);
    if (same === undefined) groups.set(words, [comment]);
    else same.push(comment);
  }
  return groups;
}

function singleColumn(rows: readonly DataRow[]): Comment[] {
  return rows.map(({ cells }) => ({ text: cells.find((cell) => cell.trim() !== '')?.trim() ?? '', user: '' }));
}

function commentsOf(table: NamedTable<CommentField>): Comment[] {
  return table.rows.flatMap((row) => {
    const text = cellOf(table, row, 'text');
    return text === '' ? [] : [{ text, user: cellOf(table, row, 'user') }];
  });
}
