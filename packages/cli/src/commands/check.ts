import { join, resolve } from 'node:path';
import { EnvironmentError, writeReport, type ReporterDefinition, type Registry } from '@shenpian/core';
import type { CommandModule } from 'yargs';
import { checkGiven, submissionOptions, type SubmissionArguments } from '../checked-submission.ts';
import { exitCodeOf, exitCodes } from '../exit-code.ts';
import { assertDate, assertJobs, splitCommas } from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { openSession, type GlobalOptions } from '../session.ts';
import { summarize } from '../output/summary.ts';

interface CheckArguments extends SubmissionArguments {
  readonly out: string | undefined;
  readonly format: string[];
  readonly skip: string[];
  readonly 'max-minutes': number;
}

function chooseReporters(registry: Registry, formats: readonly string[]): ReporterDefinition[] {
  return [...new Set(formats)].map((id) => {
    const reporter = registry.reporters.find((each) => each.id === id);
    if (reporter !== undefined) return reporter;
    throw new EnvironmentError('formatUnknown', { id, known: registry.reporters.map((each) => each.id).join(', ') });
  });
}

/** `shenpian check [submission]` */
export const check: CommandModule<GlobalOptions, CheckArguments> = {
  command: 'check [submission]',
  describe: 'run every check; writes <submission>/report · 运行全部检查并生成报告',
  builder: (yargs) =>
    yargs
      .positional('submission', { type: 'string', default: '.', describe: 'folder with drama.yaml · 送审文件夹' })
      .option('out', { type: 'string', describe: 'report folder · 报告文件夹' })
      .option('format', {
        type: 'string',
        array: true,
        default: ['html', 'json'],
        coerce: splitCommas,
        describe: 'report formats, comma separated · 报告格式',
      })
      .option('skip', {
        type: 'string',
        array: true,
        default: [],
        coerce: splitCommas,
        describe: 'checkers to leave out · 不运行的检查器',
      })
      .options(submissionOptions)
      .option('max-minutes', { type: 'number', default: 60, describe: 'longest episode accepted · 单集时长上限' })
      .check(({ jobs, date, 'max-minutes': maxMinutes }) => {
        assertJobs(jobs);
        assertDate(date);
        if (!(maxMinutes > 0)) throw new TypeError('--max-minutes > 0');
        return true;
      }),
  handler: (given) =>
    runCommand(given, async (terminal, signal) => {
      const session = await openSession(given, given.skip, given.policy);
      const { registry, store, json } = session;
      const reporters = chooseReporters(registry, given.format);
      const result = await checkGiven(given, session, terminal, { signal, maxMinutes: given.maxMinutes });
      if (result.report === null) return exitCodes.unreadable;
      const folder = given.out === undefined ? join(resolve(given.submission), 'report') : resolve(given.out);
      const files = await writeReport(result.report, {
        folder,
        reporters,
        language: terminal.language,
        store,
        pictures: result.pictures,
      });
      if (json) terminal.result(JSON.stringify(result.report));
      else terminal.result(summarize(result.report, files, terminal));
      return exitCodeOf(result.report);
    }),
};
