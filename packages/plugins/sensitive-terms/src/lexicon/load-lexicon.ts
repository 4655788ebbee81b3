import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decodeText } from '@shenpian/core';
import { parse } from 'yaml';
import { LexiconError } from './lexicon-error.ts';
import { lexiconSchema, type Lexicon } from './lexicon.ts';

/**
 * Reads a lexicon of the user's: `.yaml` in the format of the README, or `.txt` with a term a line (`#` begins a comment),
 * whose terms are warnings without a cited rule.
 *
 * @throws LexiconError when the file cannot be read or is not a lexicon.
 */
export async function loadLexicon(file: string): Promise<Lexicon> {
  let text: string;
  try {
    text = decodeText(await readFile(file));
  } catch (cause) {
    const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new LexiconError('unreadable', { lexicon: file, detail }, { cause });
  }
  return extname(file).toLowerCase() === '.txt' ? parseTermList(text, file) : parseLexicon(text, file);
}

/**
 * Reads a lexicon written in YAML. `name` is what errors call it.
 *
 * @throws LexiconError `invalid`.
 */
export function parseLexicon(yaml: string, name: string): Lexicon {
  let data: unknown;
  try {
    data = parse(yaml);
  } catch (cause) {
    throw new LexiconError('invalid', { lexicon: name, detail: firstLine(cause) }, { cause });
  }
  const result = lexiconSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  throw new LexiconError('invalid', { lexicon: name, detail }, { cause: result.error });
}

function parseTermList(text: string, file: string): Lexicon {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replace(/#.*$/, '').trim());
  const id = basename(file, extname(file));
  const terms = [...new Set(lines)].filter((term) => term !== '').map((term) => ({ text: term, level: 'warning' }));
  return lexiconSchema.parse({ id, title: { 'zh-CN': id, en: id }, terms });
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
}
