import { lstat, open, readFile } from 'node:fs/promises';
import { EnvironmentError, SubmissionError } from '../errors.ts';
import { decisionSchema, type Decision } from '../findings/decision.ts';

/** The usual name of the file, in the submission folder. */
export const decisionsName = 'decisions.jsonl';

/** Larger is no list of answers: 100,000 labels are 64 MB. */
const mostBytes = 64 * 2 ** 20;

/** The decisions of a file, and how to add to them. */
export interface DecisionFile {
  /** In the order they were made. */
  readonly decisions: readonly Decision[];
  /**
   * Adds a decision. It is on disk when the promise resolves.
   *
   * @throws EnvironmentError when the file cannot be written.
   */
  append(decision: Decision): Promise<void>;
}

/**
 * Reads the decisions of a file; one that is not there has none.
 *
 * @param name the file as messages call it
 * @param mustExist a file that is not there is an error
 * @throws SubmissionError when it is no plain file, cannot be read, or has a line that is no decision.
 */
export async function openDecisions(
  file: string,
  name: string,
  { mustExist = false }: { readonly mustExist?: boolean } = {},
): Promise<DecisionFile> {
  const info = await lstat(file).catch(() => null);
  if (info === null && mustExist) throw new SubmissionError('fileMissing', name);
  // A link would have us read, and write, a file that the submitter chose.
  if (info !== null && !info.isFile()) throw new SubmissionError('notAFile', name);
  if (info !== null && info.size > mostBytes) throw invalid(name, 1, 'larger than 64 MB');
  const bytes = info === null ? Buffer.alloc(0) : await readFile(file).catch(unreadable(name));
  const end = bytes.lastIndexOf(0x0a) + 1;
  const decisions = bytes
    .subarray(0, end)
    .toString('utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parsed(line, index + 1, name)]));
  // What a power cut left of a line is no answer. An editor may have left out the last line end.
  const tail = bytes.subarray(end).toString('utf8');
  const last = tail.trim() === '' ? null : decisionSchema.safeParse(jsonOf(tail)).data;
  if (last) decisions.push(last);
  let mended = tail === '';
  return {
    decisions,
    async append(decision) {
      const line = `${JSON.stringify(decisionSchema.parse(decision))}\n`;
      try {
        const handle = await open(file, 'a');
        try {
          if (!mended && !last && (await handle.stat()).size === bytes.length) await handle.truncate(end);
          await handle.appendFile(!mended && last ? `\n${line}` : line);
          await handle.sync();
          mended = true;
        } finally {
          await handle.close();
        }
      } catch (cause) {
        const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
        throw new EnvironmentError('outputUnwritable', { path: name, detail }, { cause });
      }
    },
  };
}

function parsed(line: string, number: number, name: string): Decision {
  const result = decisionSchema.safeParse(jsonOf(line));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const key = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw invalid(name, number, `${key}${issue?.message ?? ''}`);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

const invalid = (name: string, line: number, detail: string): SubmissionError =>
  new SubmissionError('decisionsInvalid', name, { line, detail });

const unreadable =
  (name: string) =>
  (cause: NodeJS.ErrnoException): never => {
    throw new SubmissionError('fileUnreadable', name, { detail: cause.code ?? cause.message }, { cause });
  };
