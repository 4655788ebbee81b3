import { readFile, stat } from 'node:fs/promises';
import subsrt from 'subsrt-ts';
import { SubmissionError } from '../errors.ts';
import type { Localized } from '../findings/message.ts';
import type { SidecarCue } from '../work/series.ts';
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
  const text = await readText(file, path);
  const cues = parseSubtitles(text, path);
  if (cues.length === 0) throw unreadable(path, { 'zh-CN': '没有任何字幕条', en: 'no cue in it' });
  return cues.sort((a, b) => a.start - b.start || a.end - b.end);
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

function parseSubtitles(text: string, path: string): SidecarCue[] {
  const format = formatOf(text);
  if (format === null) throw unreadable(path, { 'zh-CN': '不是 SRT、VTT 或 ASS', en: 'not SRT, VTT or ASS' });
  try {
    return subsrt.parse(repair(text, format), { format, eol: '\n' }).flatMap((caption) => {
      if (caption.type !== 'caption') return [];
      const words = plainText(caption.content, format);
      const [start, end] = [caption.start / 1000, caption.end / 1000];
      return words !== '' && end > start ? [{ start, end, text: words }] : [];
    });
  } catch (cause) {
    throw unreadable(path, { 'zh-CN': '时间码或结构有误', en: 'broken time codes or structure' }, cause);
  }
}

type SubtitleFormat = 'srt' | 'vtt' | 'ass';

function formatOf(text: string): SubtitleFormat | null {
  if (/^\s*WEBVTT\b/.test(text)) return 'vtt';
  if (/^\s*\[(Script Info|Events)\]/im.test(text)) return 'ass';
  return text.includes('-->') ? 'srt' : null;
}

const timing = /^\s*((?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)\s*-->\s*((?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?).*$/;

/** What real files do and the parser does not take. */
function repair(text: string, format: SubtitleFormat): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  if (format === 'vtt') return lines.join('\n');
  return (format === 'ass' ? unbrokenSections(lines) : numberedBlocks(lines)).join('\n').trimStart();
}

/** Blank lines inside [Events] would end it, and the parser takes the first character of the words for a space. */
function unbrokenSections(lines: readonly string[]): string[] {
  let columns = 10;
  return lines.flatMap((line) => {
    if (line.startsWith('[')) return ['', line];
    if (line.startsWith('Format:')) columns = line.split(',').length;
    if (!line.startsWith('Dialogue:')) return line === '' ? [] : [line];
    const fields = line.split(',');
    return [`${fields.slice(0, columns - 1).join(',')}, ${fields.slice(columns - 1).join(',')}`];
  });
}

/** One numbered block per SRT cue, whether or not the file had numbers, blank lines between cues or coordinates. */
function numberedBlocks(lines: readonly string[]): string[] {
  const blocks: string[] = [];
  let index = 0;
  lines.forEach((line, at) => {
    const match = timing.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) {
      if (/^\d+$/.test(lines[at - 1]?.trim() ?? '')) blocks.pop();
      index += 1;
      blocks.push('', String(index), `${clock(match[1])} --> ${clock(match[2])}`);
    } else if (line !== '') {
      blocks.push(line);
    }
  });
  return blocks;
}

/** `M:SS,m` as `HH:MM:SS,mmm`: a short fraction is a fraction, not milliseconds. */
function clock(time: string): string {
  const [whole = '', fraction = ''] = time.split(/[.,]/);
  const parts = whole.split(':').map((part) => part.padStart(2, '0'));
  while (parts.length < 3) parts.unshift('00');
  return `${parts.join(':')},${fraction.padEnd(3, '0')}`;
}

function plainText(content: string, format: SubtitleFormat): string {
  // An ASS drawing (\p1 and up) is a shape, not words.
  if (format === 'ass' && /\{[^}]*\\p[1-9]/.test(content)) return '';
  return content
    .replaceAll(/\\[Nn]/g, '\n')
    .replaceAll(/\\h/g, ' ')
    .replaceAll(/\{\\?[^{}]*\}/g, '')
    .replaceAll(/<\/?[a-z][^<>]*>|<\d[\d:.]*>/gi, '')
    .replaceAll(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

function unreadable(path: string, detail: Localized, cause?: unknown): SubmissionError {
  return new SubmissionError('subtitleUnreadable', path, { detail }, { cause });
}
