import { edgesOf, type EdgeMap } from '../standing/edge-map.ts';
import { reach } from '../standing/exact-times.ts';

/** A small gray picture. */
interface SmallPicture {
  readonly time: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Edges of the pictures around codes: few films have any, and edges of every picture would cost more than looking for codes does. */
export interface MapsNearCodes {
  /** A picture; it is held until it is known whether a code is near. */
  push(picture: SmallPicture): void;
  /** A code shows at this time, seconds, on a large picture. */
  seen(time: number): void;
  /** Those near codes, and the first and last of the episode, in order of time. */
  finish(): readonly EdgeMap[];
}

/**
 * @param every seconds between two large pictures
 * @param recycle gets the bytes of pictures that nobody looks at any more
 */
export function mapsNearCodes(every: number, recycle: (bytes: Uint8Array) => void): MapsNearCodes {
  // A range of a code reaches to half of the time between two large pictures, and its times are looked for so much further.
  const far = every + reach;
  const maps: EdgeMap[] = [];
  let held: SmallPicture[] = [];
  let until = -Infinity;
  const take = (picture: SmallPicture): void => {
    maps.push(edgesOf(picture.time, picture));
    recycle(picture.data);
  };
  return {
    push(picture) {
      if (maps.length === 0 || picture.time <= until) return take(picture);
      held.push(picture);
      // The large picture of that time may come a little later; the newest is kept as the possible last.
      while (held[0] !== undefined && held[0].time < picture.time - 2 * far) recycle(held.shift()!.data);
    },
    seen(time) {
      until = Math.max(until, time + far);
      const near = held.filter((each) => each.time >= time - far && each.time <= until);
      for (const each of near) take(each);
      held = held.filter((each) => !near.includes(each));
    },
    finish() {
      const last = held.pop();
      if (last !== undefined) take(last);
      for (const { data } of held) recycle(data);
      return maps.toSorted((a, b) => a.time - b.time);
    },
  };
}
