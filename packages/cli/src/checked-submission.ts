import { checkSubmission, describeProblem, type CheckResult, type CheckSettings } from '@shenpian/core';
import type { Terminal } from './output/terminal.ts';
import type { GlobalOptions, Session } from './session.ts';

/** What every command that checks one submission is given. */
export interface SubmissionArguments extends GlobalOptions {
  readonly submission: string;
  readonly jobs: number;
  readonly date: string | undefined;
  readonly decisions: string | undefined;
  readonly policy: string[];
}

/** Options of {@link SubmissionArguments} as yargs declares them. */
export const submissionOptions = {
  policy: {
    type: 'string',
    array: true,
    default: [] as string[],
    describe: 'YAML file of a pack of your own · 自己的政策包文件',
  },
  jobs: { type: 'number', default: 1, describe: 'episodes decoded at once · 同时解码的集数' },
  date: { type: 'string', describe: 'date whose rules apply (YYYY-MM-DD) · 按该日期的规则' },
  decisions: {
    type: 'string',
    describe: 'answers of reviewers; else decisions.jsonl in the submission · 复核决定文件',
  },
} as const;

/** Checks the submission, shows how far it is, and says in a line each what could not be read. */
export async function checkGiven(
  { submission, jobs, date, decisions }: SubmissionArguments,
  { registry, store, config }: Session,
  terminal: Terminal,
  { signal, ...limits }: Pick<CheckSettings, 'signal' | 'maxMinutes'>,
): Promise<CheckResult> {
  const result = await checkSubmission(submission, {
    registry,
    store,
    options: config.options,
    signal,
    ...limits,
    jobs,
    ...(date === undefined ? {} : { date }),
    ...(decisions === undefined ? {} : { decisions }),
    progress: ({ stage, doneSeconds, totalSeconds }) =>
      terminal.progress(doneSeconds, totalSeconds, terminal.text(stage)),
  });
  terminal.endProgress();
  for (const problem of result.problems) terminal.complain(terminal.localized(describeProblem(problem)));
  return result;
}
