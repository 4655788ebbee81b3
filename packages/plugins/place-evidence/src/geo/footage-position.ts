import { probe } from '@shenpian/core';
import type { Point } from './coordinates.ts';
import { parseIso6709 } from './iso-6709.ts';

/**
 * Where raw footage says that it was taken: ISO 6709 in a tag whose name holds "location" (`location`, `location-eng`,
 * `com.apple.quicktime.location.ISO6709`). Null when it does not say.
 *
 * @throws SubmissionError when it is no video.
 */
export async function footagePosition(file: string, path: string): Promise<Point | null> {
  const { tags } = await probe(file, path);
  for (const [key, value] of Object.entries(tags)) {
    const point = key.includes('location') ? parseIso6709(value) : null;
    if (point !== null) return point;
  }
  return null;
}
