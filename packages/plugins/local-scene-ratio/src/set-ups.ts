import { lookDistance } from './look.ts';

/**
 * Pictures nearer than this are of one set-up: the middle of the range (0.11–0.17) in which clusters of repeated set-ups
 * within a script scene stayed pure.
 */
export const setUpCut = 0.14;

/** From this distance on a picture is at the edge of its set-up: the lower end of that range. */
export const doubtfulDistance = 0.11;

/** More pictures than this are grouped in stretches of so many: the work grows with the cube. */
const mostAtOnce = 240;

/**
 * Groups pictures by average linkage up to {@link setUpCut}. Only for pictures of one script scene: across scenes the same
 * look may be two places.
 *
 * @param common what all pictures of the series have in common, see `lookDistance`
 * @returns groups of indices, in the order of their first picture
 */
export function setUpsOf(vectors: readonly Float64Array[], common: Float64Array): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (let start = 0; start < vectors.length; start += mostAtOnce) {
    const part = vectors.slice(start, start + mostAtOnce);
    groups.push(...linked(part, common).map((group) => group.map((index) => index + start)));
  }
  return groups;
}

function linked(vectors: readonly Float64Array[], common: Float64Array): number[][] {
  const groups = vectors.map((_, index) => [index]);
  const distances = vectors.map((a) => vectors.map((b) => lookDistance(a, b, common)));
  for (;;) {
    const [distance, a, b] = nearestPair(distances, groups);
    if (distance > setUpCut) break;
    const [first, second] = [groups[a]!, groups[b]!];
    for (const [other, group] of groups.entries()) {
      if (group.length === 0 || other === a || other === b) continue;
      const mean =
        (distances[a]![other]! * first.length + distances[b]![other]! * second.length) / (first.length + second.length);
      distances[a]![other] = mean;
      distances[other]![a] = mean;
    }
    first.push(...second);
    groups[b] = [];
  }
  return groups.filter((group) => group.length > 0).map((group) => group.toSorted((x, y) => x - y));
}

function nearestPair(
  distances: readonly (readonly number[])[],
  groups: readonly (readonly number[])[],
): readonly [distance: number, a: number, b: number] {
  let [nearest, first, second] = [Infinity, 0, 0];
  for (let a = 0; a < groups.length; a++) {
    if (groups[a]!.length === 0) continue;
    for (let b = a + 1; b < groups.length; b++) {
      if (groups[b]!.length > 0 && distances[a]![b]! < nearest) [nearest, first, second] = [distances[a]![b]!, a, b];
    }
  }
  return [nearest, first, second];
}
