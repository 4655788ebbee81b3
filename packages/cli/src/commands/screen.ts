import {
  describeProblem,
  emptySeries,
  runChecker,
  scriptStatistics,
  SubmissionError,
  type Script,
} from '@shenpian/core';
import { loadLexicon, sensitiveTerms } from '@shenpian/plugin-sensitive-terms';
import type { CommandModule } from 'yargs';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import { scriptCounts, withPageOrCell } from '../output/script-text.ts';
import { toSarif } from '../output/sarif.ts';
import { writeText } from '../output/write-text.ts';
import { runCommand } from '../run-command.ts';
import { screenedText } from '../screened-text.ts';
import { terminalFor, type GlobalOptions } from '../session.ts';

interface ScreenArguments extends GlobalOptions {
  readonly files: string[];
  readonly format: string;
  readonly lexicon: string[];
  readonly out: string | undefined;
}

/** `shenpian screen FILE…|-` */
export const screen: CommandModule<GlobalOptions, ScreenArguments> = {
  command: 'screen <files..>',
  describe: 'screen scripts, subtitles or text for sensitive terms · 敏感词筛查',
  builder: (yargs) =>
    yargs
      .positional('files', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'files, or - for stdin · 文件，- 为标准输入',
      })
      .option('format', {
        type: 'string',
        choices: ['text', 'json', 'sarif'],
        default: 'text',
        describe: 'output format · 输出格式',
      })
      .option('lexicon', {
        type: 'string',
        array: true,
        default: [],
        describe: 'your own word list (.yaml, .txt) · 自备词库',
      })
      .option('out', { type: 'string', describe: 'file · 输出文件' }),
  handler: (given) =>
    runCommand(given, async () => {
      const terminal = terminalFor(given);
      const lexicons = await Promise.all(given.lexicon.map((file) => loadLexicon(file)));
      const scripts: Script[] = [];
      let code: ExitCode = exitCodes.clean;
      for (const file of given.files) {
        try {
          scripts.push(await screenedText(file));
        } catch (thrown) {
          if (!(thrown instanceof SubmissionError)) throw thrown;
          terminal.complain(terminal.localized(describeProblem(thrown)));
          code = exitCodes.unreadable;
        }
      }
      if (scripts.length === 0) return exitCodes.unreadable;
      const { findings } = await runChecker(sensitiveTerms, {
        series: { ...emptySeries, scripts },
        episodes: [],
        options: { lexicons },
        tracks: {},
      });
      const format = given.json === true ? 'json' : given.format;
      const text =
        format === 'json'
          ? `${JSON.stringify({ findings: findings.map((finding, i) => ({ id: `F${i + 1}`, ...finding })) }, null, 2)}\n`
          : format === 'sarif'
            ? toSarif(findings, terminal.language)
            : findings
                .map(({ at, level, message }) => {
                  const place =
                    'script' in at ? withPageOrCell(`${at.script}:${at.line}:${at.column}`, at, terminal) : '';
                  return `${place}: ${terminal.text(level)}: ${terminal.localized(message)}\n`;
                })
                .join('');
      if (given.out === undefined) {
        if (text !== '') terminal.result(text);
      } else await writeText(given.out, text);
      if (format === 'text') {
        for (const script of scripts.filter(({ scenes }) => scenes.length > 0)) {
          terminal.note(scriptCounts({ path: script.path, statistics: scriptStatistics(script) }, terminal));
        }
        terminal.note(terminal.text('screened', { files: scripts.length, findings: findings.length }));
      }
      if (code !== exitCodes.clean) return code;
      return findings.some(({ level }) => level === 'violation') ? exitCodes.violations : exitCodes.clean;
    }),
};
