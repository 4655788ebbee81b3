import type { FramePlace } from './frame-place.ts';
import { commonInk, inkOf } from './ink.ts';
import { compareInk, stripWidth } from './ink-change.ts';
import { textSpan } from './ink-span.ts';
import { rowsOf, type TextGroup } from './text-group.ts';

/** Two pictures of one text have at least this share of the poorer one's ink in common. */
const leastCommon = 0.6;

/**
 * Whether a group goes on showing the text of the one before it, by the ink of both with what moved behind it gone dark: then only
 * the background changed, and it need not be read again.
 */
export function isSameText(before: TextGroup, after: TextGroup, place: FramePlace): boolean {
  const { glyph, centre, from, to } = place;
  const was = inkOf(rowsOf(before.picture, from, to), glyph);
  const is = inkOf(rowsOf(after.picture, from, to), glyph);
  if (commonInk(was, is).count < leastCommon * Math.min(was.count, is.count)) return false;
  const [old, now] = [was, is].map((ink) => textSpan(ink, { glyph, centre, background: null }));
  if (!old || !now) return false;
  if (Math.max(Math.abs(old.from - now.from), Math.abs(old.to - now.to)) > glyph / 2) return false;
  const { changed, replaced } = compareInk({ before: was, after: is, known: was, arrived: is }, glyph);
  const strip = stripWidth(glyph, was.step) * was.step;
  const [left, right] = [Math.floor(old.from / strip), Math.ceil(old.to / strip)];
  return (
    !changed.subarray(left, right).some((change) => change > 0) && !replaced.slice(2 * left, 2 * right).includes(true)
  );
}
