import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SubmissionError, toolVersion } from '@shenpian/core';
import { batchIndexPage } from '@shenpian/web';
import type { CommandModule } from 'yargs';
import type { BatchEntry } from '../batch/batch-entry.ts';
import { findSubmissions } from '../batch/find-submissions.ts';
import { runBatch } from '../batch/run-batch.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import { assertDate, assertJobs, splitCommas } from '../option-values.ts';
import { writeText } from '../output/write-text.ts';
import { runCommand } from '../run-command.ts';
import { openSession, type GlobalOptions } from '../session.ts';

interface BatchArguments extends GlobalOptions {
  readonly submissions: string;
  readonly out: string;
  readonly jobs: number;
  readonly skip: string[];
  readonly date: string | undefined;
}

function exitCodeOfBatch(entries: readonly BatchEntry[]): ExitCode {
  if (entries.some(({ state }) => state === 'unreadable')) return exitCodes.unreadable;
  if (entries.some(({ state }) => state === 'incomplete')) return exitCodes.incomplete;
  const unmet = (entry: BatchEntry): boolean =>
    entry.verdicts.some(({ kind, claimed, verdict }) => verdict === 'fail' && (claimed || kind === 'standard'));
  return entries.some((entry) => entry.violations > 0 || unmet(entry)) ? exitCodes.violations : exitCodes.clean;
}

/** `shenpian batch DIR|LIST` */
export const batch: CommandModule<GlobalOptions, BatchArguments> = {
  command: 'batch <submissions>',
  describe: 'check many submissions, resumable · 批量检查，可续跑',
  builder: (yargs) =>
    yargs
      .positional('submissions', {
        type: 'string',
        demandOption: true,
        describe: 'folder of submissions, or a list of folders · 送审文件夹的上级目录，或清单文件',
      })
      .option('out', { type: 'string', default: 'shenpian-batch', describe: 'result folder · 结果文件夹' })
      .option('jobs', { type: 'number', default: 1, describe: 'submissions at once · 同时检查的部数' })
      .option('skip', {
        type: 'string',
        array: true,
        default: [],
        coerce: splitCommas,
        describe: 'checkers to leave out · 不运行的检查器',
      })
      .option('date', { type: 'string', describe: 'date whose rules apply (YYYY-MM-DD) · 按该日期的规则' })
      .check(({ jobs, date }) => {
        assertJobs(jobs);
        assertDate(date);
        return true;
      }),
  handler: (given) =>
    runCommand(given, async (terminal, signal) => {
      // A wrong configuration is one line here, not one for each submission.
      const { config } = await openSession(given, given.skip);
      const submissions = await findSubmissions(given.submissions);
      if (submissions.length === 0) throw new SubmissionError('manifestMissing', given.submissions);
      const out = resolve(given.out);
      const seen: BatchEntry[] = [];
      const writeIndex = async (entries: readonly BatchEntry[]): Promise<void> => {
        await writeText(join(out, 'index.json'), `${JSON.stringify(entries, null, 2)}\n`);
        await writeText(join(out, 'index.html'), batchIndexPage(entries, terminal.language));
      };
      const configured = given.config === undefined ? '' : await readFile(given.config, 'utf8');
      const entries = await runBatch(submissions, {
        out,
        jobs: given.jobs,
        signal,
        words: [
          ...['--lang', terminal.language],
          ...given.skip.flatMap((id) => ['--skip', id]),
          ...(given.date === undefined ? [] : ['--date', given.date]),
          ...(given.config === undefined ? [] : ['--config', resolve(given.config)]),
          ...(given.cacheDir === undefined ? [] : ['--cache-dir', resolve(given.cacheDir)]),
        ],
        how: [
          toolVersion,
          createHash('sha256')
            .update(JSON.stringify(config) + configured)
            .digest('hex'),
        ],
        async finished(entry, kept, done) {
          seen.push(entry);
          const state = terminal.text(kept && entry.state === 'finished' ? 'batchKept' : `batch-${entry.state}`);
          // What is wrong is said with --quiet too, and again when the batch is run again.
          const say = entry.state === 'finished' ? terminal.note : terminal.complain;
          say(`[${done}/${submissions.length}] ${entry.title ?? entry.name}  ${state}`);
          if (entry.words !== '') say(entry.words.replaceAll(/^/gm, '    '));
          await writeIndex(seen);
        },
      });
      signal.throwIfAborted();
      await writeIndex(entries);
      if (given.json === true) terminal.result(JSON.stringify(entries));
      else terminal.result(terminal.text('batchIndex', { file: join(out, 'index.html') }));
      return exitCodeOfBatch(entries);
    }),
};
