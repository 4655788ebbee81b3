import type { Cue, Episode, Location, ScriptScene, Series, Shot, SidecarCue, TimeRange } from '@shenpian/core';
import { localityOf, type Locality } from '@shenpian/plugin-place-evidence';
import { alignCues } from './cue-alignment.ts';
import { dialogueOfEpisode } from './episode-script.ts';
import type { Zone } from './options.ts';
import { locationOfScene } from './scene-location.ts';
import { scenesOfShots } from './shot-scene.ts';

/** Below this share of aligned cues the script is of another episode or version, and what did align is chance. */
const leastAligned = 0.3;

/** A shot with what is known about where it was taken. */
export interface PlacedShot extends TimeRange {
  readonly scene: ScriptScene | null;
  /** How sure the scene is, 0–1; 0 when it is unknown. */
  readonly confidence: number;
  /** Where the scene is unknown, a guess that proves nothing: see `ShotScene.likely`. */
  readonly likely: ScriptScene | null;
  readonly location: Location | null;
  readonly locality: Locality;
}

/** An episode's shots, and how many of its cues were found in the script. */
export interface PlacedEpisode {
  readonly episode: Episode;
  readonly shots: readonly PlacedShot[];
  readonly cues: number;
  readonly aligned: number;
  /** Whether enough cues were found for the script to be the one of this episode. */
  readonly matched: boolean;
}

/** Follows every shot from its cues to a scene, from the scene to a location, from the location to the zone. */
export function placeEpisode(
  series: Series,
  episode: Episode,
  tracks: { readonly shots: readonly Shot[]; readonly cues: readonly Cue[] },
  zone: Zone,
): PlacedEpisode {
  const cues: readonly (Cue | SidecarCue)[] = tracks.cues.length > 0 ? tracks.cues : (episode.subtitles?.cues ?? []);
  const texts = cues.map(({ text }) => text);
  const found = alignCues(texts, dialogueOfEpisode(series, episode.number));
  const aligned = found.filter((cue) => cue !== null).length;
  const matched = aligned > 0 && aligned >= leastAligned * cues.length;
  const placedCues = cues.map(({ start, end }, index) => ({
    start,
    end,
    aligned: matched ? found[index]! : null,
  }));
  const scenes = scenesOfShots(tracks.shots, placedCues);
  const shots = tracks.shots.map(({ start, end }, index): PlacedShot => {
    const { scene, confidence, likely } = scenes[index]!;
    const location = scene && locationOfScene(scene, series.locations);
    const locality = location && localityOf(location.district, zone);
    return { start, end, scene, confidence, likely, location, locality };
  });
  return { episode, shots, cues: cues.length, aligned, matched };
}
