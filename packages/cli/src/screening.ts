import {
  describeProblem,
  emptySeries,
  runChecker,
  scriptStatistics,
  SubmissionError,
  type Script,
} from '@shenpian/core';
import { loadLexicon, measureNoise, sensitiveTerms, type Lexicon } from '@shenpian/plugin-sensitive-terms';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { toSarif } from './output/sarif.ts';
import { scriptCounts, withPageOrCell } from './output/script-text.ts';
import type { Terminal } from './output/terminal.ts';
import { writeText } from './output/write-text.ts';
import { screenedText } from './screened-text.ts';

/** What to screen, with what, and how to say it. */
export interface ScreenRequest {
  readonly files: string[];
  readonly format: string;
  readonly json: boolean | undefined;
  /** Files of lexicons. */
  readonly lexicon: string[];
  readonly homophones: boolean;
  readonly out: string | undefined;
}

type Findings = Awaited<ReturnType<typeof runChecker>>['findings'];

/**
 * Screens files once and writes what was found. A file that cannot be read is said, and the others are screened.
 *
 * @throws LexiconError when a lexicon cannot be used.
 */
export async function screenFiles(request: ScreenRequest, terminal: Terminal): Promise<ExitCode> {
  const lexicons: Lexicon[] = [];
  for (const file of request.lexicon) lexicons.push(await quietEnough(file, await loadLexicon(file), terminal));
  const scripts: Script[] = [];
  for (const file of request.files) {
    try {
      scripts.push(await screenedText(file));
    } catch (thrown) {
      if (!(thrown instanceof SubmissionError)) throw thrown;
      terminal.complain(terminal.localized(describeProblem(thrown)));
    }
  }
  if (scripts.length === 0) return exitCodes.unreadable;
  const { findings } = await runChecker(sensitiveTerms, {
    series: { ...emptySeries, scripts },
    episodes: [],
    options: { lexicons, homophones: request.homophones },
    tracks: {},
  });
  const format = request.json === true ? 'json' : request.format;
  const text = render(findings, format, terminal);
  if (request.out !== undefined) await writeText(request.out, text);
  else if (text !== '') terminal.result(text);
  if (format === 'text') {
    for (const script of scripts.filter(({ scenes }) => scenes.length > 0)) {
      terminal.note(scriptCounts({ path: script.path, statistics: scriptStatistics(script) }, terminal));
    }
    terminal.note(terminal.text('screened', { files: scripts.length, findings: findings.length }));
  }
  if (scripts.length < request.files.length) return exitCodes.unreadable;
  return findings.some(({ level }) => level === 'violation') ? exitCodes.violations : exitCodes.clean;
}

// One line in a hundred is what the issue of the innocent lines allows a lexicon; more drowns what matters.
const noisyShare = 0.01;

/** The lexicon, after a warning when it flags much of ordinary talk. */
async function quietEnough(file: string, lexicon: Lexicon, terminal: Terminal): Promise<Lexicon> {
  const { lines, flagged, worst } = await measureNoise(lexicon);
  if (flagged > lines * noisyShare) {
    const terms = worst.map((each) => `${each.term} (${each.lines})`).join(terminal.language === 'en' ? ', ' : '、');
    terminal.complain(terminal.text('lexiconNoisy', { file, lines, flagged, terms }));
  }
  return lexicon;
}

function render(findings: Findings, format: string, terminal: Terminal): string {
  if (format === 'json') {
    return `${JSON.stringify({ findings: findings.map((finding, i) => ({ id: `F${i + 1}`, ...finding })) }, null, 2)}\n`;
  }
  if (format === 'sarif') return toSarif(findings, terminal.language);
  return findings
    .map(({ at, level, message }) => {
      const place = 'script' in at ? withPageOrCell(`${at.script}:${at.line}:${at.column}`, at, terminal) : '';
      return `${place}: ${terminal.text(level)}: ${terminal.localized(message)}\n`;
    })
    .join('');
}
