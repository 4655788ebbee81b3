import { starterLexicons } from '../lexicon/starter-lexicons.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { weighContext } from './context-weight.ts';
import { createLineScreener, type LineScreener } from './line-screener.ts';
import type { TermHit } from './term-hit.ts';

/** What to screen with. */
export interface ScreenOptions {
  /** Later lexicons override earlier ones; left out: the starter lexicons. */
  readonly lexicons?: readonly Lexicon[];
  /** `title` adds the lexicons that are for titles 片名 only; `text` when left out. */
  readonly scope?: 'text' | 'title';
  /** Whether the context model may lower levels; true when left out. It is loaded on the first hit. */
  readonly context?: boolean;
}

/**
 * Finds sensitive terms in a text, in order of line and column. No file is touched but the plugin's own lexicons and model.
 *
 * @throws LexiconError when a term fails its own examples.
 */
export function screenText(text: string, options: ScreenOptions = {}): Promise<TermHit[]> {
  return screenLines(text.split(/\r\n|[\n\r\u2028\u2029]/), options);
}

/**
 * Finds sensitive terms in lines, which are numbered from 1; a term is never found across two of them.
 *
 * @throws LexiconError when a term fails its own examples.
 */
export async function screenLines(lines: readonly string[], options: ScreenOptions = {}): Promise<TermHit[]> {
  const screener = screenerFor(options.lexicons ?? starterLexicons(), options.scope ?? 'text');
  const hits = lines.flatMap((line, index) =>
    screener.screen(line, index + 1).sort((a, b) => a.column - b.column || b.length - a.length),
  );
  return options.context === false ? hits : weighContext(hits);
}

const screeners = new WeakMap<readonly Lexicon[], Map<string, LineScreener>>();

function screenerFor(lexicons: readonly Lexicon[], scope: 'text' | 'title'): LineScreener {
  const made = screeners.get(lexicons) ?? new Map<string, LineScreener>();
  screeners.set(lexicons, made);
  const screener =
    made.get(scope) ?? createLineScreener(lexicons.filter((lexicon) => scope === 'title' || lexicon.scope === 'text'));
  made.set(scope, screener);
  return screener;
}
