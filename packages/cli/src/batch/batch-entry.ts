import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportSchema, verdictKinds } from '@shenpian/core';
import { z } from 'zod';
import { exitCodes } from '../exit-code.ts';
import type { CheckEnd } from './check-process.ts';
import type { BatchSubmission } from './find-submissions.ts';

/** One line of a batch, as kept in `index.json`. */
export const batchEntrySchema = z.object({
  /** Folder of the report below the batch folder. */
  name: z.string(),
  folder: z.string(),
  /** Content key: the entry holds as long as the submission has this one. */
  key: z.string(),
  /** `finished` also with findings; `unreadable`: nothing or not everything could be read; `incomplete`: a check failed or crashed. */
  state: z.enum(['finished', 'unreadable', 'incomplete']),
  title: z.string().nullable(),
  episodes: z.number().int(),
  seconds: z.number(),
  violations: z.number().int(),
  warnings: z.number().int(),
  verdicts: z.array(
    z.object({
      kind: z.enum(['policy', 'standard']),
      article: z.string(),
      title: z.object({ 'zh-CN': z.string(), en: z.string() }),
      verdict: z.enum(verdictKinds),
      claimed: z.boolean(),
    }),
  ),
  /** What the check said on stderr. */
  words: z.string(),
  /** Whether there is a report to open. */
  report: z.boolean(),
});
/** See {@link batchEntrySchema}. */
export type BatchEntry = z.infer<typeof batchEntrySchema>;

function stateOf({ code }: CheckEnd): BatchEntry['state'] {
  if (code === exitCodes.clean || code === exitCodes.violations) return 'finished';
  return code === exitCodes.unreadable ? 'unreadable' : 'incomplete';
}

/** The line of a submission whose check has ended, from the report it wrote. */
export async function batchEntry(
  submission: BatchSubmission,
  key: string,
  end: CheckEnd,
  out: string,
): Promise<BatchEntry> {
  const text = await readFile(join(out, submission.name, 'report.json'), 'utf8').catch(() => 'null');
  const parsed = reportSchema.safeParse(JSON.parse(text));
  // After a crash the report beside it is that of another run.
  const report = parsed.success && end.code !== null ? parsed.data : null;
  return {
    name: submission.name,
    folder: submission.folder,
    key,
    state: stateOf(end),
    title: report?.series.title ?? null,
    episodes: report?.inputs.length ?? 0,
    seconds: report?.inputs.reduce((sum, { seconds }) => sum + seconds, 0) ?? 0,
    violations: report?.findings.filter(({ level }) => level === 'violation').length ?? 0,
    warnings: report?.findings.filter(({ level }) => level === 'warning').length ?? 0,
    verdicts:
      report?.verdicts
        .filter(({ claimed, verdict }) => claimed || verdict !== 'notApplicable')
        .map(({ kind, article, title, verdict, claimed }) => ({ kind, article, title, verdict, claimed })) ?? [],
    words: end.words,
    report: report !== null,
  };
}
