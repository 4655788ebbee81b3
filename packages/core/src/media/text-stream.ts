import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SubmissionError } from '../errors.ts';
import type { Localized } from '../findings/message.ts';
import { inputGuards, resolveFfmpeg } from './ffmpeg.ts';

const run = promisify(execFile);

/** Reading a stream runs through the whole file: four gigabytes from a slow network drive take about this long, milliseconds. */
const timeLimit = 300_000;
/** Two hours of subtitles are about 100 kB. */
const largestText = 20 * 1024 * 1024;

/** What ffmpeg made of a text stream. */
export interface TextStream {
  /** As SubRip, in UTF-8; styles may be left in it as tags. */
  readonly text: string;
  /** The last error that ffmpeg named while it read on; null when it named none. */
  readonly complaint: string | null;
  /** Whether the file ended, or could not be read on, before its declared end. */
  readonly cutOff: boolean;
}

/** A failed run of execFile. */
interface RunError extends Error {
  readonly code?: number | string | null;
  readonly killed?: boolean;
  readonly signal?: string | null;
  readonly stderr?: string;
}

function lastLine(words: string, file: string): string | null {
  const lines = words.split('\n').map((line) => line.trim());
  const line = lines.findLast((each) => each !== '' && !each.startsWith('Last message repeated'));
  return (
    line
      ?.replaceAll(`file:${file}`, '')
      .replace(/^\[[^\]]*\]\s*|^:\s*/, '')
      .slice(0, 120) ?? null
  );
}

function reasonOf(error: RunError, file: string): string | Localized {
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return { 'zh-CN': '文字过多', en: 'too much text' };
  if (error.killed === true)
    return { 'zh-CN': `${timeLimit / 1000} 秒内没有读完`, en: `not read within ${timeLimit / 1000} s` };
  if (error.signal != null)
    return { 'zh-CN': `ffmpeg 被信号 ${error.signal} 终止`, en: `ffmpeg was killed with signal ${error.signal}` };
  return lastLine(error.stderr ?? '', file) ?? error.message.slice(0, 120);
}

/** Why some of the lines are lost although ffmpeg went on to the end; null when none is. */
function lossOf(words: string, file: string): string | Localized | null {
  if (/Invalid UTF-8/.test(words)) return { 'zh-CN': '文字不是 UTF-8 编码', en: 'its words are not in UTF-8' };
  return /Error while decoding|Error submitting packet/.test(words) ? lastLine(words, file) : null;
}

/**
 * Reads a text subtitle stream out of a video file, in one process that is killed when it hangs or on abort. Times count from
 * the start of the file, as those of decoded pictures do.
 *
 * @param path how messages name the file
 * @param index among the subtitle streams, from 0
 * @throws SubmissionError `embeddedUnreadable`; the abort reason when cancelled.
 */
export async function readTextStream(
  file: string,
  path: string,
  index: number,
  signal?: AbortSignal,
): Promise<TextStream> {
  const { ffmpeg } = await resolveFfmpeg();
  signal?.throwIfAborted();
  const words = [
    ...['-hide_banner', '-nostdin', '-nostats', '-v', 'error', ...inputGuards, '-i', `file:${file}`],
    ...['-map', `0:s:${index}`, '-f', 'srt', 'pipe:1'],
  ];
  const limits = { timeout: timeLimit, killSignal: 'SIGKILL', maxBuffer: largestText, windowsHide: true } as const;
  const { stdout, stderr } = await run(ffmpeg.file, words, { ...limits, ...(signal && { signal }) }).catch(
    (cause: RunError) => {
      signal?.throwIfAborted();
      throw new SubmissionError('embeddedUnreadable', path, { detail: reasonOf(cause, file) }, { cause });
    },
  );
  // Matroska says the first, builds of 2018 the second, MP4 the third.
  const cutOff = /ended prematurely|Read error|partial file/i.test(stderr);
  const loss = cutOff ? null : lossOf(stderr, file);
  if (loss !== null) throw new SubmissionError('embeddedUnreadable', path, { detail: loss });
  return { text: stdout, complaint: lastLine(stderr, file), cutOff };
}
