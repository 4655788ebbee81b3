import type { Picture } from '@shenpian/core';
import { isFading } from './fade.ts';
import { fusedPicture } from './fused-picture.ts';
import { commonInk, inkOf, inkStep, type InkMask } from './ink.ts';
import { compareInk, differenceOf, longestRun, stripWidth } from './ink-change.ts';

/** A picture of the band at `time` seconds. */
export interface BandFrame extends Picture {
  readonly time: number;
}

/** Consecutive frames that show the same ink: at most one text. */
export interface TextGroup {
  /** Times of the first and last frame, fading ones included, and of the frames around them (null at the ends of the episode), seconds. */
  readonly first: number;
  readonly last: number;
  readonly previous: number | null;
  readonly next: number | null;
  readonly frames: number;
  /** What to read: its frames laid over each other, fading ones left out. */
  readonly picture: Picture;
  /** Ink of the frames right before and right after; null where the clip begins or ends. */
  readonly before: InkMask | null;
  readonly after: InkMask | null;
  /** Strips that differ from the group just before; null when there was none or a frame without ink lay between. */
  readonly change: Uint8Array | null;
}

interface OpenGroup {
  first: number;
  last: number;
  previous: number | null;
  frames: number;
  settled: InkMask;
  seen: InkMask;
  best: BandFrame;
  bestInk: number;
  nextBest: number;
  readonly fused: ReturnType<typeof fusedPicture>;
  /** The last frame and its ink, not laid over the others yet: it may be fading. */
  pending: { readonly frame: BandFrame; readonly ink: number };
  readonly before: InkMask | null;
  /** The frame right before the first, where the text may be fading in, and the time of the one before that. */
  readonly lead: BandFrame | null;
  readonly leadPrevious: number | null;
}

/** Where in the frames the text is to be followed. */
export interface TextPlace {
  /** Character height, px. */
  readonly glyph: number;
  /** Rows of px, `from` inclusive, `to` exclusive; what moves above and below does not disturb. */
  readonly from: number;
  readonly to: number;
  /** Middle of the texts, px, when they are centred: then a change that leaves the middle alone is background. Else null. */
  readonly centre: number | null;
}

/** Less ink than this share of a character's square is no text. */
const leastText = 0.08;
/** A group ends when less than this share of its ink is left, or this many neighbouring strips changed: one character. */
const leastStay = 0.5;
const changedRun = 2;
/** Two first frames belong together when the first has more than this share of the second's ink. */
const leastAlike = 0.6;
/** Half the width of what counts as the middle, in characters. */
const middleReach = 2.5;
/** The first frames decide which ink belongs to the group: what moves in them is background. */
const settling = 4;

/**
 * Splits a stream of frames into groups of equal ink. Push frames in order, then `flush`; both return the groups that
 * ended. Compares with all ink of the group, not with the previous frame only, so slow changes are seen too.
 */
export function groupText({ glyph, from, to, centre }: TextPlace): {
  push(frame: BandFrame): TextGroup[];
  flush(): TextGroup[];
  /** Whether the bytes of a frame may still be looked at. */
  holds(data: Uint8Array): boolean;
} {
  const least = leastText * (glyph / inkStep(glyph)) ** 2;
  let open: OpenGroup | null = null;
  let waiting: { frame: BandFrame; ink: InkMask } | null = null;
  let previous: BandFrame | null = null;
  let beforePrevious: number | null = null;

  const close = (following: BandFrame | null): TextGroup[] => {
    if (!open) return [];
    const { frames, best, settled, before, lead } = open;
    const change = before && differenceOf(before, settled, glyph);
    let { first, last, previous } = open;
    let next = following?.time ?? null;
    const full = rowsOf(best, from, to);
    const fades = (frame: BandFrame): boolean => isFading(rowsOf(frame, from, to), full, settled, glyph);
    const inkNear = (frame: BandFrame | null): InkMask | null => frame && inkOf(frame, glyph);
    if (frames < 3) open.fused.add(open.pending.frame, open.pending.ink);
    const picture = open.fused.picture() ?? best;
    if (lead && frames > 1 && fades(lead)) [first, previous] = [lead.time, open.leadPrevious];
    if (following && frames > 1 && fades(following)) [last, next] = [following.time, 2 * following.time - last];
    return [{ first, last, previous, next, frames, picture, before: inkNear(lead), after: inkNear(following), change }];
  };

  const stays = (group: OpenGroup, ink: InkMask, following: InkMask): boolean => {
    // Ink that moves on at once is background; only what is still there in the following frame counts as come.
    const arrived = commonInk(ink, following);
    const { changed, replaced, stayed } = compareInk(
      { before: group.settled, after: ink, known: group.seen, arrived },
      glyph,
    );
    if (stayed < leastStay) return false;
    // One frame in, what moves is not told apart from text yet; only much more ink is a text that came.
    if (group.frames === 1 && group.settled.count > leastAlike * ink.count) return true;
    const run = longestRun(changed, ...(centre === null ? [] : middleStrips(centre, ink.step)));
    if (run >= changedRun) return false;
    if (!replaced.includes(true)) return true;
    // Half a character that changed (恨 to 怪) is told from a flicker by the next frame, which shows the same.
    const next = compareInk({ before: group.settled, after: following, known: group.seen, arrived: following }, glyph);
    return !replaced.some((strip, at) => strip && next.replaced[at]!);
  };

  const middleStrips = (x: number, step: number): [number, number] => {
    const strip = stripWidth(glyph, step) * step;
    const reach = Math.ceil((middleReach * glyph) / strip);
    return [Math.floor(x / strip) - reach, Math.ceil(x / strip) + reach];
  };

  const extend = (group: OpenGroup, frame: BandFrame, ink: InkMask): void => {
    group.last = frame.time;
    group.frames++;
    const common = commonInk(group.settled, ink);
    if (group.frames === 2) group.settled = group.seen = ink;
    else if (group.frames <= settling && common.count >= least) group.settled = common;
    // The first frame may be fading in: it counts only when there is no third.
    if (group.frames > 2) group.fused.add(group.pending.frame, group.pending.ink);
    group.pending = { frame, ink: common.count };
    // Frames 2, 4, 8, … are candidates: the last that is not fading lies in the second half of the group.
    if (group.frames === group.nextBest) {
      group.nextBest *= 2;
      if (common.count >= 0.95 * group.bestInk || group.frames === 2) {
        group.best = frame;
        group.bestInk = common.count;
      }
    }
  };

  const take = (frame: BandFrame, ink: InkMask, following: InkMask): TextGroup[] => {
    let ended: TextGroup[] = [];
    if (ink.count < least) {
      ended = close(frame);
      open = null;
    } else if (open && stays(open, ink, following)) {
      extend(open, frame, ink);
    } else {
      ended = close(frame);
      open = {
        first: frame.time,
        last: frame.time,
        previous: previous?.time ?? null,
        frames: 1,
        settled: ink,
        seen: ink,
        best: frame,
        bestInk: ink.count,
        nextBest: 2,
        fused: fusedPicture(),
        pending: { frame, ink: ink.count },
        before: open?.settled ?? null,
        lead: previous,
        leadPrevious: beforePrevious,
      };
    }
    beforePrevious = previous?.time ?? null;
    previous = frame;
    return ended;
  };

  return {
    push(frame) {
      const ink = inkOf(rowsOf(frame, from, to), glyph);
      const ended = waiting ? take(waiting.frame, waiting.ink, ink) : [];
      waiting = { frame, ink };
      return ended;
    },
    flush() {
      const ended = waiting ? take(waiting.frame, waiting.ink, waiting.ink) : [];
      ended.push(...close(null));
      open = null;
      waiting = null;
      return ended;
    },
    holds: (data) =>
      [waiting?.frame, previous, open?.best, open?.pending.frame, open?.lead].some((frame) => frame?.data === data),
  };
}

/** Some rows of a picture, without copying them. */
export function rowsOf(picture: Picture, from: number, to: number): Picture {
  const { width, channels } = picture;
  const top = Math.max(0, Math.floor(from));
  const bottom = Math.min(picture.height, Math.ceil(to));
  const data = picture.data.subarray(top * width * channels, bottom * width * channels);
  return { width, height: bottom - top, channels, data };
}
