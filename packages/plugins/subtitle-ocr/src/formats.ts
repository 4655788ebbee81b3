import type { TimeRange } from '@shenpian/core';

/** Text with its time: a cue, or a line of a subtitle file. */
export interface TimedText extends TimeRange {
  readonly text: string;
}

/** Cues as SubRip, `.srt`: numbered from 1, times with milliseconds. Ends with a line break; empty for no cues. */
export function toSrt(cues: readonly TimedText[]): string {
  return cues
    .map((cue, n) => `${n + 1}\n${clock(cue.start, ',')} --> ${clock(cue.end, ',')}\n${block(cue.text)}\n`)
    .join('\n');
}

/** Cues as WebVTT, `.vtt`, with `&` and `<` escaped as the format demands. */
export function toVtt(cues: readonly TimedText[]): string {
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `WEBVTT\n${cues
    .map((cue) => `\n${clock(cue.start, '.')} --> ${clock(cue.end, '.')}\n${block(escape(cue.text))}\n`)
    .join('')}`;
}

/** Only the words, one cue a line. */
export function toPlainText(cues: readonly TimedText[]): string {
  return cues.map((cue) => `${cue.text.replaceAll(/\s*\n\s*/g, ' ')}\n`).join('');
}

function clock(seconds: number, mark: ',' | '.'): string {
  const all = Math.max(0, Math.round(seconds * 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = String(all % 1000).padStart(3, '0');
  const [h, m, s] = [all / 3_600_000, (all / 60_000) % 60, (all / 1000) % 60].map(Math.floor);
  return `${two(h!)}:${two(m!)}:${two(s!)}${mark}${rest}`;
}

/** A blank line would end the cue. */
function block(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .join('\n');
}
