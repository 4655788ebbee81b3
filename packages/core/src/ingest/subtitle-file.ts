import { readFile, stat } from 'node:fs/promises';
import { SubmissionError } from '../errors.ts';
import type { Localized } from '../findings/message.ts';
import type { SidecarCue } from '../work/series.ts';
import { parseSubtitles, SubtitleTextError } from './subtitle-text.ts';
import { decodeText } from './text-file.ts';

// Two hours of subtitles are about 100 kB.
const largestFile = 20 * 1024 * 1024;

/**
 * Reads a sidecar subtitle file (.srt, .vtt, .ass, .ssa) into cues in order of start, times in seconds, without markup;
 * lines of one cue are joined by `\n`. The format is told by the content, since files are often misnamed.
 *
 * @throws SubmissionError `fileMissing`, `fileUnreadable`, `subtitleUnreadable`.
 */
export async function readSubtitles(file: string, path: string): Promise<SidecarCue[]> {
  const cues = parsed(await readText(file, path), path);
  if (cues.length === 0) throw unreadable(path, { 'zh-CN': '没有任何字幕条', en: 'no cue in it' });
  return cues;
}

function parsed(text: string, path: string): SidecarCue[] {
  try {
    return parseSubtitles(text);
  } catch (cause) {
    if (!(cause instanceof SubtitleTextError)) throw cause;
    throw unreadable(path, cause.localized, cause);
  }
}

async function readText(file: string, path: string): Promise<string> {
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    if (size > largestFile) throw unreadable(path, { 'zh-CN': '文件过大', en: 'too large' });
    bytes = await readFile(file);
  } catch (cause) {
    if (cause instanceof SubmissionError) throw cause;
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new SubmissionError('fileMissing', path, {}, { cause });
    throw new SubmissionError('fileUnreadable', path, { detail: code }, { cause });
  }
  try {
    return decodeText(bytes).replaceAll(/\r\n?/g, '\n').replaceAll('\0', '');
  } catch (cause) {
    throw unreadable(path, { 'zh-CN': '内容不是文字', en: 'not text' }, cause);
  }
}

function unreadable(path: string, detail: Localized, cause?: unknown): SubmissionError {
  return new SubmissionError('subtitleUnreadable', path, { detail }, { cause });
}
