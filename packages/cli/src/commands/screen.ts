import type { CommandModule } from 'yargs';
import { exitCodes } from '../exit-code.ts';
import { explainFailure, runCommand } from '../run-command.ts';
import { standardInput } from '../screened-text.ts';
import { screenFiles, type ScreenRequest } from '../screening.ts';
import type { GlobalOptions } from '../session.ts';
import { whenChanged } from '../watch-files.ts';

interface ScreenArguments extends GlobalOptions, ScreenRequest {
  readonly watch: boolean;
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
        describe: 'your own word list (.yaml, .csv, .txt) · 自备词库',
      })
      .option('homophones', {
        type: 'boolean',
        default: false,
        describe: 'also words that sound like a term · 同时查谐音',
      })
      .option('watch', {
        type: 'boolean',
        default: false,
        describe: 'screen again when a file or word list changes · 文件或词库变化时重新筛查',
      })
      .option('out', { type: 'string', describe: 'file · 输出文件' })
      .check(({ watch, files }) => {
        if (watch && files.includes(standardInput)) throw new TypeError('--watch: files, not -');
        return true;
      }),
  handler: (given) =>
    runCommand({ ...given, ...(given.watch && { interruption: 'stopped' }) }, async (terminal, signal) => {
      const code = await screenFiles(given, terminal).catch((thrown: unknown) => {
        if (!given.watch) throw thrown;
        return explainFailure(thrown, terminal);
      });
      if (!given.watch) return code;
      terminal.note(terminal.text('watching'));
      for await (const file of whenChanged([...given.files, ...given.lexicon], signal)) {
        terminal.note(terminal.text('changed', { file }));
        // A word list that is half written is said and waited out.
        await screenFiles(given, terminal).catch((thrown: unknown) => explainFailure(thrown, terminal));
      }
      return exitCodes.interrupted;
    }),
};
