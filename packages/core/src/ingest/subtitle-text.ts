import subsrt from 'subsrt-ts';
import type { Localized } from '../findings/message.ts';
import type { SidecarCue } from '../work/series.ts';

/** The text is not subtitles; `localized` says why. */
export class SubtitleTextError extends Error {
  override readonly name = 'SubtitleTextError';
  readonly code = 'subtitleText';
  readonly localized: Localized;

  constructor(localized: Localized, options?: ErrorOptions) {
    super(localized.en, options);
    this.localized = localized;
  }
}

/**
 * Parses SubRip, WebVTT or (Advanced) SubStation Alpha into cues in order of start, times in seconds, without markup; lines of
 * one cue are joined by `\n`. The format is told by the content, since files are often misnamed.
 *
 * @param text with `\n` line ends
 * @returns no cue when there are none with words
 * @throws SubtitleTextError when it is none of these formats, or its times or structure are broken.
 */
export function parseSubtitles(text: string): SidecarCue[] {
  const format = formatOf(text);
  if (format === null) throw new SubtitleTextError({ 'zh-CN': '不是 SRT、VTT 或 ASS', en: 'not SRT, VTT or ASS' });
  try {
    const cues = subsrt.parse(repair(text, format), { format, eol: '\n' }).flatMap((caption): SidecarCue[] => {
      if (caption.type !== 'caption') return [];
      const words = plainText(caption.content, format);
      const [start, end] = [caption.start / 1000, caption.end / 1000];
      return words !== '' && end > start ? [{ start, end, text: words }] : [];
    });
    return cues.sort((a, b) => a.start - b.start || a.end - b.end);
  } catch (cause) {
    throw new SubtitleTextError({ 'zh-CN': '时间码或结构有误', en: 'broken time codes or structure' }, { cause });
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
