import type { Picture } from '@shenpian/core';
import { toGray } from './gray.ts';
import { commonInk, inkOf, inkReach, type InkMask } from './ink.ts';

/** A text counts as there from this share of its full strength on, when its ink is weaker than that by `weaker`. */
const visible = 0.3;
const weaker = 0.25;

/**
 * Whether `frame` shows a text on its way in or out: where `full` has its ink, `frame` is brighter than close by too, but
 * not so much that it counts as ink. A hard cut to a similar text is no fade: what the two share is ink in both.
 *
 * @param ink The settled ink of the text in `full`. All three are of one size.
 */
export function isFading(frame: Picture, full: Picture, ink: InkMask, glyph: number): boolean {
  if (ink.count === 0) return false;
  const share = strengthOf(frame, ink, glyph) / strengthOf(full, ink, glyph);
  return share > visible && share - commonInk(ink, inkOf(frame, glyph)).count / ink.count > weaker;
}

/** How much brighter the points of the ink are than what is around them, together. */
function strengthOf(picture: Picture, ink: InkMask, glyph: number): number {
  const gray = toGray(picture);
  const { width, height } = picture;
  const reach = inkReach(glyph);
  let sum = 0;
  for (let at = 0; at < ink.data.length; at++) {
    if (ink.data[at] === 0) continue;
    const x = (at % ink.width) * ink.step;
    const y = Math.floor(at / ink.width) * ink.step;
    if (x < reach || y < reach || x + reach >= width || y + reach >= height) continue;
    const here = y * width + x;
    const around =
      gray[here - reach]! + gray[here + reach]! + gray[here - reach * width]! + gray[here + reach * width]!;
    sum += gray[here]! - around / 4;
  }
  return Math.max(1, sum);
}
