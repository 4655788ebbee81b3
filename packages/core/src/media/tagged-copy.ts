import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SubmissionError } from '../errors.ts';
import { inputGuards, resolveFfmpeg } from './ffmpeg.ts';

const run = promisify(execFile);

/** Copying reads and writes the whole file; four gigabytes on a slow network drive take about this long, milliseconds. */
const timeLimit = 1_200_000;

interface RunError extends Error {
  readonly killed?: boolean;
  readonly stderr?: string;
}

async function ffmpeg(words: readonly string[], path: string, signal?: AbortSignal): Promise<string> {
  const tools = await resolveFfmpeg();
  const options = { timeout: timeLimit, killSignal: 'SIGKILL', windowsHide: true, maxBuffer: 1 << 24 } as const;
  const given = ['-hide_banner', '-nostdin', '-v', 'error', ...words];
  return run(tools.ffmpeg.file, given, { ...options, ...(signal === undefined ? {} : { signal }) }).then(
    ({ stdout }) => stdout,
    (cause: RunError) => {
      signal?.throwIfAborted();
      const lines = (cause.stderr ?? cause.message).split('\n').map((line) => line.trim());
      const detail =
        cause.killed === true ? `> ${timeLimit / 1000} s` : (lines.findLast((line) => line !== '') ?? cause.message);
      throw new SubmissionError(
        'copyFailed',
        path,
        { detail: detail.replace(/^\[[^\]]*\]\s*/, '').slice(0, 160) },
        { cause },
      );
    },
  );
}

/**
 * Copies a video with a tag added to its container. No stream is encoded again. Tags that are there stay: MP4 and MOV keep them
 * only with `use_metadata_tags`.
 *
 * @param video `file` is where it is, `path` how messages name it
 * @param to file that is written; its extension decides the container
 * @throws SubmissionError `copyFailed`; the abort reason when cancelled.
 */
export async function copyWithTag(
  video: { readonly file: string; readonly path: string },
  to: string,
  tag: { readonly key: string; readonly value: string },
  signal?: AbortSignal,
): Promise<void> {
  const input = [...inputGuards, '-i', `file:${video.file}`];
  const copy = ['-map', '0', '-c', 'copy', '-map_metadata', '0', '-metadata', `${tag.key}=${tag.value}`];
  // The index in front lets players start before the whole file is there.
  await ffmpeg([...input, ...copy, '-movflags', 'use_metadata_tags+faststart', '-y', `file:${to}`], video.path, signal);
}

/**
 * The sha256 of the packets of each stream, in the order of the file: equal ones hold the same bytes, whatever the container
 * around them.
 *
 * @throws SubmissionError `copyFailed` when the file cannot be read; the abort reason when cancelled.
 */
export async function streamHashes(
  video: { readonly file: string; readonly path: string },
  streams: number,
  signal?: AbortSignal,
): Promise<string[]> {
  const hashes: string[] = [];
  for (let n = 0; n < streams; n++) {
    const words = ['-i', `file:${video.file}`, '-map', `0:${n}`, '-c', 'copy', '-f', 'hash', '-hash', 'sha256', '-'];
    const printed = await ffmpeg([...inputGuards, ...words], video.path, signal);
    hashes.push(/=([0-9a-f]{64})/i.exec(printed)?.[1] ?? '');
  }
  return hashes;
}
