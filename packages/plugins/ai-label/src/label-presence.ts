import type { Box, Picture, TimeRange } from '@shenpian/core';
import { cropPicture } from '@shenpian/plugin-subtitle-ocr';
import type { LabelInk } from './label-ink.ts';

/** A small gray picture of one frame. */
export interface SmallFrame extends Picture {
  readonly time: number;
}

/** Half of its usual strength: in the middle of a fade. */
const shown = 0.5;

/** How strongly the shape of the ink shows on a frame, in steps of brightness. */
type Strength = (frame: SmallFrame) => number;

/**
 * From which frame to which a label shows: where its shape stands out at least half as strongly as on the frames on which it was
 * read.
 *
 * @param frames all frames of a stretch, in order
 * @param seen times at which the label was read, at least one of them in the stretch
 * @param size of the picture on which the ink was measured, px
 * @returns `start` and `end` (the first frame without it); null at a side where the stretch ends first. Null when no frame shows it.
 */
export function labelPresence(
  frames: readonly SmallFrame[],
  seen: readonly number[],
  ink: LabelInk,
  size: { readonly width: number; readonly height: number },
): { readonly start: number; readonly end: number | null; readonly fromFirst: boolean } | null {
  const [first] = frames;
  if (first === undefined) return null;
  const strength = strengthOf(ink, size, first);
  const known = seen.flatMap((time) => {
    const at = frames.findIndex((frame) => Math.abs(frame.time - time) < 0.02);
    return at < 0 ? [] : [at];
  });
  if (known.length === 0) return null;
  const strengths = frames.map(strength);
  const usual = known.map((at) => strengths[at]!).toSorted((a, b) => a - b)[known.length >> 1]!;
  // Over some backgrounds it stands out less than over others.
  const weakest = Math.max(shown * usual, Math.min(...known.map((at) => strengths[at]!)));
  const shows = (at: number): boolean => at >= 0 && at < frames.length && strengths[at]! >= shown * weakest;
  let [start, end] = [Math.min(...known), Math.max(...known)];
  while (shows(start - 1)) start--;
  while (shows(end + 1)) end++;
  return { start: frames[start]!.time, end: frames[end + 1]?.time ?? null, fromFirst: start === 0 };
}

/** Covariance of a frame with the ink, per unit of ink: the background has none in the long run. */
function strengthOf(
  ink: LabelInk,
  size: { readonly width: number; readonly height: number },
  frame: SmallFrame,
): Strength {
  const [sx, sy] = [frame.width / size.width, frame.height / size.height];
  const area = {
    x: Math.floor(ink.area.x * sx),
    y: Math.floor(ink.area.y * sy),
    width: Math.max(1, Math.ceil(ink.area.width * sx)),
    height: Math.max(1, Math.ceil(ink.area.height * sy)),
  };
  const cover = new Float32Array(area.width * area.height);
  for (let y = 0; y < ink.area.height; y++) {
    for (let x = 0; x < ink.area.width; x++) {
      if (ink.mask[y * ink.area.width + x] === 0) continue;
      const [cx, cy] = [Math.floor((ink.area.x + x) * sx) - area.x, Math.floor((ink.area.y + y) * sy) - area.y];
      if (cx >= 0 && cx < area.width && cy >= 0 && cy < area.height) cover[cy * area.width + cx]! += sx * sy;
    }
  }
  const mean = cover.reduce((sum, value) => sum + value, 0) / cover.length;
  const weights = cover.map((value) => (ink.light ? value - mean : mean - value));
  const norm = weights.reduce((sum, weight) => sum + weight ** 2, 0) || 1;
  return (each) => {
    const { data, width } = cropPicture(each, area);
    let sum = 0;
    for (let i = 0; i < data.length; i++)
      sum += data[i]! * (weights[Math.floor(i / width) * area.width + (i % width)] ?? 0);
    return sum / norm;
  };
}

/** Where the ink of a label stands, as fractions of the picture. */
export function inkBox(
  { area, top, bottom }: LabelInk,
  size: { readonly width: number; readonly height: number },
  line: Box,
): Box {
  return {
    ...line,
    y: top / size.height,
    height: (bottom - top) / size.height,
    x: Math.max(line.x, area.x / size.width),
  };
}

/** Lower and upper bound of a length of time, seconds; `high` is null when it was not seen to end. */
export interface SecondsBound {
  readonly low: number;
  readonly high: number | null;
}

/**
 * How long a label shows, by its frames where they were looked at, else by the pictures that show it.
 *
 * @param line the pictures that show it, and those around them that do not
 */
export function secondsShown(
  presence: ReturnType<typeof labelPresence>,
  line: TimeRange & { readonly before: number | null; readonly after: number | null },
): SecondsBound {
  const [earliest, latest] = [presence?.start ?? line.start, presence?.start ?? line.before ?? 0];
  const low = (presence?.end ?? line.end) - earliest;
  const end = presence === null ? line.after : (presence.end ?? line.after);
  return { low: Math.max(low, line.end - line.start), high: end === null ? null : end - latest };
}
