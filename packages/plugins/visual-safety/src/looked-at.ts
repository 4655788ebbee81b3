import type { Shot, Still } from '@shenpian/core';

/** A still to look at, for the shot that it is in. */
export interface ChosenStill {
  readonly shot: Shot;
  readonly still: Still;
}

/** A still further than this from a keyframe may be of another moment, seconds: there is one a second. */
const nearEnough = 0.6;

/** The stills nearest to the keyframes of each shot, each once; for a shot without keyframes the one nearest to its middle. */
export function chosenStills(shots: readonly Shot[], stills: readonly Still[]): ChosenStill[] {
  return shots.flatMap((shot) => {
    const inside = stills.filter(({ time }) => time >= shot.start && time < shot.end);
    const wanted = shot.keyframes?.length ? shot.keyframes : [(shot.start + shot.end) / 2];
    const near = wanted.map((time) => nearestOf(inside, time)).filter((still) => still !== null);
    const close = near.filter((still) => wanted.some((time) => Math.abs(time - still.time) <= nearEnough));
    return [...new Set(close.length > 0 ? close : near)].map((still) => ({ shot, still }));
  });
}

function nearestOf(stills: readonly Still[], time: number): Still | null {
  return stills.reduce<Still | null>(
    (best, each) => (best === null || Math.abs(each.time - time) < Math.abs(best.time - time) ? each : best),
    null,
  );
}
