import { duration, overlap, type TimeRange } from '@shenpian/core';
import type { AlignedCue } from './cue-alignment.ts';

/** A cue that lingers into the next shot says nothing about it: it must share half of its length, or this many seconds. */
const leastOverlap = 0.5;

/** A cue with its place in the script; `aligned` is null when it has none. */
export interface PlacedCue<Scene> extends TimeRange {
  readonly aligned: AlignedCue<Scene> | null;
}

/** The scene of a shot and how sure it is (0–1); scene null when nobody can tell. */
export interface ShotScene<Scene> {
  readonly scene: Scene | null;
  readonly confidence: number;
  /** Where the scene is unknown, that of the nearest cue with one: a guess for people to look at, which proves nothing. */
  readonly likely: Scene | null;
}

/**
 * Gives every shot the scene of the cues that are shown in it. A shot without cues takes the scene that the nearest cues
 * before and after it agree on. A shot with cues of two scenes, between two scenes, or before the first or after the last
 * cue stays unknown.
 */
export function scenesOfShots<Scene>(
  shots: readonly TimeRange[],
  cues: readonly PlacedCue<Scene>[],
): readonly ShotScene<Scene>[] {
  const shown = shots.map((shot) => cuesIn(shot, cues));
  return shots.map((shot, index) => {
    const before = shown.slice(0, index).findLast((aligned) => aligned.length > 0);
    const after = shown.slice(index + 1).find((aligned) => aligned.length > 0);
    const neighbours = before && after ? [before.at(-1)!, after[0]!] : [];
    const found = agreement(shown[index]!.length > 0 ? shown[index]! : neighbours);
    return { ...found, likely: found.scene === null ? nearestScene(shot, cues) : null };
  });
}

const unknown = { scene: null, confidence: 0 };

function nearestScene<Scene>(shot: TimeRange, cues: readonly PlacedCue<Scene>[]): Scene | null {
  let [nearest, scene]: [number, Scene | null] = [Infinity, null];
  for (const cue of cues) {
    // Inside the shot the cue that fills more of it is nearer.
    const shared = overlap(shot, cue);
    const distance = shared > 0 ? -shared : Math.max(cue.start - shot.end, shot.start - cue.end);
    if (cue.aligned && distance < nearest) [nearest, scene] = [distance, cue.aligned.scene];
  }
  return scene;
}

function cuesIn<Scene>(shot: TimeRange, cues: readonly PlacedCue<Scene>[]): readonly AlignedCue<Scene>[] {
  return cues.flatMap((cue) => {
    const enough = Math.min(leastOverlap, duration(cue) / 2);
    return cue.aligned && overlap(shot, cue) >= enough && duration(cue) > 0 ? [cue.aligned] : [];
  });
}

// The scene that all of them name, as sure as the least sure of them.
function agreement<Scene>(aligned: readonly AlignedCue<Scene>[]): Omit<ShotScene<Scene>, 'likely'> {
  const scene = aligned[0]?.scene;
  if (scene === undefined || aligned.some((other) => other.scene !== scene)) return unknown;
  return { scene, confidence: Math.min(...aligned.map(({ confidence }) => confidence)) };
}
