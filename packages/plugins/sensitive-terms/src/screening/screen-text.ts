import { provenLexicons, starterLexicons } from '../lexicon/starter-lexicons.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { PictureReading } from '../matcher/disguise-finder.ts';
import { loadReadings } from '../matcher/homophone-finder.ts';
import { weighContext } from './context-weight.ts';
import { screenJoint } from './joint.ts';
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
  /** Whether words that sound like a term are found, as `info`; when left out, only for terms that say so. */
  readonly homophones?: boolean;
}

/** A line with what is known of it. */
export interface ScreenedLine {
  readonly text: string;
  /** For a line that was read from a picture: the characters that the reader was not sure of. */
  readonly reading?: PictureReading | null;
  /** Whether the next line goes on with the same sentence, as the next subtitle does: a term may be split over both. */
  readonly goesOn?: boolean;
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
 * Finds sensitive terms in lines, which are numbered from 1. A term is never found across two of them, unless the first says
 * that it goes on.
 *
 * @throws LexiconError when a term fails its own examples.
 */
export async function screenLines(
  lines: readonly (string | ScreenedLine)[],
  options: ScreenOptions = {},
): Promise<TermHit[]> {
  const screener = await screenerFor(options);
  const all = lines.map((line): ScreenedLine => (typeof line === 'string' ? { text: line } : line));
  // What was read from a picture is looked at line by line, with what the reader was not sure of.
  const hits = screener.screenAll(all.map(({ text, reading }) => (reading ? '' : text)));
  all.forEach(({ text, reading, goesOn }, index) => {
    if (reading) hits.push(...screener.screen(text, index + 1, reading));
    const next = goesOn === true ? all[index + 1] : undefined;
    if (next) hits.push(...screenJoint(text, next.text, index + 1, screener));
  });
  hits.sort((a, b) => a.line - b.line || a.column - b.column || b.length - a.length);
  return options.context === false ? hits : weighContext(hits);
}

const screeners = new WeakMap<readonly Lexicon[], Map<string, LineScreener>>();

async function screenerFor({
  lexicons = starterLexicons(),
  scope = 'text',
  homophones = false,
}: ScreenOptions): Promise<LineScreener> {
  const made = screeners.get(lexicons) ?? new Map<string, LineScreener>();
  screeners.set(lexicons, made);
  const key = `${scope} ${homophones}`;
  const known = made.get(key);
  if (known) return known;
  const used = lexicons.filter((lexicon) => scope === 'title' || lexicon.scope === 'text');
  const asked =
    homophones || used.some((lexicon) => lexicon.homophones || lexicon.terms.some((term) => term.homophones));
  const readings = asked ? await loadReadings() : null;
  const screener = createLineScreener(used, { readings, homophones, proven: provenLexicons() });
  made.set(key, screener);
  return screener;
}
