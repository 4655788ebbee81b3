import type { Box } from '@shenpian/core';

/** Where a picture has edges: a bit a pixel, on every second row. 16 kB at 270 × 480. */
export interface EdgeMap {
  readonly time: number;
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** Difference of gray over two pixels, both directions together, that makes an edge. Above what compression leaves on a plain wall. */
const leastStep = 30;

/** Finds the edges of a gray picture. */
export function edgesOf(
  time: number,
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Uint8Array },
): EdgeMap {
  const bits = new Uint8Array(Math.ceil((width * height) / 8));
  // Every picture of a film is looked at; half of the edges tell as well when a text comes and goes.
  for (let y = 1; y < height - 1; y += 2) {
    const end = (y + 1) * width - 1;
    for (let at = y * width + 1; at < end; at++) {
      const across = Math.abs(data[at + 1]! - data[at - 1]!);
      const down = Math.abs(data[at + width]! - data[at - width]!);
      if (across + down >= leastStep) bits[at >> 3]! |= 1 << (at & 7);
    }
  }
  return { time, width, height, bits };
}

const edgeAt = (bits: Uint8Array, at: number): number => (bits[at >> 3]! >> (at & 7)) & 1;

/** Places inside a box that are edges in at least three quarters of the maps. */
export function steadyEdges(maps: readonly EdgeMap[], box: Box): number[] {
  const [first] = maps;
  if (first === undefined) return [];
  const { width, height } = first;
  const [left, right] = [
    Math.max(0, Math.floor(box.x * width)),
    Math.min(width, Math.ceil((box.x + box.width) * width)),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(box.y * height)),
    Math.min(height, Math.ceil((box.y + box.height) * height)),
  ];
  const places: number[] = [];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * width + x;
      let votes = 0;
      for (const { bits } of maps) votes += edgeAt(bits, at);
      if (votes >= maps.length * 0.75) places.push(at);
    }
  }
  return places;
}

/** Share of the places that are edges in a map, 0–1. */
export function shareOfEdges({ bits }: EdgeMap, places: readonly number[]): number {
  let edges = 0;
  for (const at of places) edges += edgeAt(bits, at);
  return edges / Math.max(1, places.length);
}
