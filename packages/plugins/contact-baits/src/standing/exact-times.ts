import type { Box, TimeRange } from '@shenpian/core';
import { shareOfEdges, steadyEdges, type EdgeMap } from './edge-map.ts';

/** How far from the times as read the true ones may lie, seconds: screen text is read every two seconds. */
export const reach = 2.5;
/** Fewer steady edges than this are no text. */
const leastEdges = 12;
/** A text that comes or goes changes the share of its edges by at least this. Chosen by us. */
const leastChange = 0.25;

/**
 * When a text that stands still really comes and goes: its edges appear and disappear between two maps.
 *
 * @param text as read: times to a few seconds, and where it stands
 * @param maps in order of time: the first and last of the episode, and all around the text
 * @param seconds length of the episode
 * @returns null when it does not stand still, or its edges say nothing
 */
export function exactTimes(
  text: TimeRange & { readonly box: Box },
  maps: readonly EdgeMap[],
  seconds: number,
): TimeRange | null {
  const near = maps.filter(({ time }) => time >= text.start - reach && time <= text.end + reach);
  const middle = nearest(near, (text.start + text.end) / 2);
  if (middle === null) return null;
  const sixth = (text.end - text.start) / 6;
  const { time: centre } = near[middle] as EdgeMap;
  const certain = near.filter(({ time }) => Math.abs(time - centre) <= sixth);
  const places = steadyEdges(certain, text.box);
  if (places.length < leastEdges) return null;
  const shares = near.map((map) => shareOfEdges(map, places));
  const high = shares[middle] ?? 0;
  const low = Math.min(...shares);
  const least = high - Math.max((high - low) / 2, leastChange);
  const shown = (index: number): boolean => (shares[index] ?? 0) >= least;
  // A single picture without it is a flash or a passer-by.
  const goneAt = (step: 1 | -1): number | null => {
    for (let at = middle + step; at >= 0 && at < near.length; at += step) {
      const next = at + step;
      if (!shown(at) && (next < 0 || next >= near.length || !shown(next))) return at;
    }
    return null;
  };
  const [before, after] = [goneAt(-1), goneAt(1)];
  const between = (a: number, b: number): number => ((near[a]?.time ?? 0) + (near[b]?.time ?? 0)) / 2;
  const [first, last] = [near[0], near.at(-1)];
  const start = before !== null ? between(before, before + 1) : first === maps[0] ? 0 : text.start;
  const end = after !== null ? between(after - 1, after) : last === maps.at(-1) ? seconds : text.end;
  return { start, end };
}

function nearest(maps: readonly EdgeMap[], time: number): number | null {
  let best: number | null = null;
  for (const [index, map] of maps.entries()) {
    if (best === null || Math.abs(map.time - time) < Math.abs((maps[best]?.time ?? 0) - time)) best = index;
  }
  return best;
}
