import type { ScriptScene, Series } from '@shenpian/core';
import type { SpokenLine } from './cue-alignment.ts';

/** Lines of dialogue that may be spoken in an episode, in order. */
export function dialogueOfEpisode(series: Series, episode: number): readonly SpokenLine<ScriptScene>[] {
  return series.scripts.flatMap(({ scenes, lines }) => {
    const numbered = scenes.some((scene) => scene.episode !== null);
    const inEpisode = scenes.filter((scene) => !numbered || scene.episode === episode);
    const byId = new Map(inEpisode.map((scene) => [scene.id, scene]));
    return lines.flatMap((line) => {
      const scene = line.scene === null ? undefined : byId.get(line.scene);
      if (line.kind !== 'dialogue' || !scene) return [];
      return [{ text: line.text.slice(line.column - 1), scene }];
    });
  });
}
