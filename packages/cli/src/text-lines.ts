import type { ScriptLine } from '@shenpian/core';

const timing = /^\s*((?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)\s*-->\s*((?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)/;

/** `H:MM:SS,mmm` in seconds. */
function seconds(clock: string): number {
  return clock
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

/**
 * The lines of a text, numbered as in the file. Of SubRip and WebVTT those that are shown, with their time; numbers, times and
 * markup are no words.
 */
export function textLines(text: string): ScriptLine[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const line = (index: number): ScriptLine => ({
    line: index + 1,
    text: lines[index] ?? '',
    kind: 'text',
    speaker: null,
    column: 1,
    scene: null,
  });
  if (!lines.some((each) => timing.test(each))) return lines.map((_, index) => line(index));
  const shown: ScriptLine[] = [];
  let time: { readonly start: number; readonly end: number } | null = null;
  lines.forEach((each, index) => {
    const [, start, end] = timing.exec(each) ?? [];
    if (start !== undefined && end !== undefined) time = { start: seconds(start), end: seconds(end) };
    // A number before the next time is that of the next subtitle, with or without a blank line before it.
    else if (
      time !== null &&
      each.trim() !== '' &&
      !(/^\s*\d+\s*$/.test(each) && timing.test(lines[index + 1] ?? ''))
    ) {
      shown.push({ ...line(index), time });
    }
  });
  return shown;
}
