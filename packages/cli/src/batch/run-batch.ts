import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { writeText } from '../output/write-text.ts';
import { batchEntry, batchEntrySchema, type BatchEntry } from './batch-entry.ts';
import { checkProcess } from './check-process.ts';
import type { BatchSubmission } from './find-submissions.ts';
import { submissionKey } from './submission-key.ts';

/** How a batch is run. */
export interface BatchSettings {
  readonly out: string;
  /** Submissions checked at the same time. */
  readonly jobs: number;
  /** Words for each `check`, besides the folder and `--out`. */
  readonly words: readonly string[];
  /** What else a finished check depends on: tool version, configuration. */
  readonly how: readonly string[];
  readonly signal: AbortSignal;
  /** After each submission; `kept` is true when it was already done. */
  finished(entry: BatchEntry, kept: boolean, done: number): Promise<void> | void;
}

const entryFile = (out: string, name: string): string => join(out, name, 'batch-entry.json');

async function keptEntry(out: string, name: string, key: string): Promise<BatchEntry | null> {
  const text = await readFile(entryFile(out, name), 'utf8').catch(() => 'null');
  const parsed = batchEntrySchema.safeParse(JSON.parse(text));
  if (!parsed.success || parsed.data.key !== key) return null;
  // What could not be completed is tried again.
  return parsed.data.state === 'incomplete' ? null : parsed.data;
}

/** Checks submissions, each in a process of its own. What is done is on disk at once, so a batch can be cut and resumed. */
export async function runBatch(
  submissions: readonly BatchSubmission[],
  settings: BatchSettings,
): Promise<BatchEntry[]> {
  const { out, signal, how, words } = settings;
  const entries = new Map<string, BatchEntry>();
  const queue = new PQueue({ concurrency: settings.jobs });
  await queue.addAll(
    submissions.map((submission) => async () => {
      if (signal.aborted) return;
      const key = await submissionKey(submission.folder, [...how, ...words]);
      const kept = await keptEntry(out, submission.name, key);
      if (kept !== null) {
        entries.set(submission.name, kept);
        await settings.finished(kept, true, entries.size);
        return;
      }
      const folder = join(out, submission.name);
      await mkdir(folder, { recursive: true });
      await rm(entryFile(out, submission.name), { force: true });
      const end = await checkProcess([submission.folder, '--out', folder, '--quiet', ...words], signal);
      if (signal.aborted) return;
      const entry = await batchEntry(submission, key, end, out);
      await writeText(entryFile(out, submission.name), `${JSON.stringify(entry, null, 2)}\n`);
      entries.set(submission.name, entry);
      await settings.finished(entry, false, entries.size);
    }),
  );
  return submissions.flatMap(({ name }) => entries.get(name) ?? []);
}
