/**
 * A SMPTE timecode `HH:MM:SS:FF` of the frame that is shown at `seconds`, counted from 00:00:00:00 without dropping
 * numbers: at 29.97 fps the frames are counted as 30 a second, as editing programs do with a file that has no timecode
 * of its own.
 *
 * @throws TypeError when `fps` is not positive.
 */
export function frameTimecode(seconds: number, fps: number): string {
  if (!(fps > 0)) throw new TypeError(`fps must be positive, not ${fps}`);
  const base = Math.round(fps) || 1;
  const frame = Math.round(Math.max(0, seconds) * fps);
  const total = Math.floor(frame / base);
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60, frame % base];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
