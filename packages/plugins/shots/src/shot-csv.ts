import type { Shot } from '@shenpian/core';
import { frameTimecode } from './frame-timecode.ts';

const header = [
  'number',
  'start',
  'end',
  'seconds',
  'startTimecode',
  'endTimecode',
  'transition',
  'confidence',
  'keyframes',
];

/**
 * The shot list as CSV (RFC 4180, header line, CRLF). Times in seconds with three decimals; timecodes at `fps`, empty
 * when `fps` is 0 because the container does not say. Keyframes are seconds with spaces between.
 */
export function shotsToCsv(shots: readonly Shot[], fps: number): string {
  const rows = shots.map(({ start, end, transition, confidence, keyframes = [] }, index) => [
    index + 1,
    start.toFixed(3),
    end.toFixed(3),
    (end - start).toFixed(3),
    fps > 0 ? frameTimecode(start, fps) : '',
    fps > 0 ? frameTimecode(end, fps) : '',
    transition,
    confidence.toFixed(2),
    keyframes.map((time) => time.toFixed(3)).join(' '),
  ]);
  return [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
