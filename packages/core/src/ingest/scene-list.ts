import type { ScriptScene } from '../work/script.ts';
import { parseSceneDetail, type SceneHeading } from './scene-heading.ts';

type Draft = { -readonly [Key in keyof ScriptScene]: ScriptScene[Key] };

/** The scenes of a script while it is read. */
export interface SceneList {
  readonly scenes: readonly ScriptScene[];
  /** The scene that lines belong to now. */
  readonly current: ScriptScene | null;
  /** Scenes without an episode of their own belong to this one from now on. */
  enterEpisode(episode: number): void;
  /** A heading that comes back with the same number, place and time goes on with its scene. */
  open(heading: SceneHeading, line: number, written: string): void;
  /** 时间： or 地点： on a line of its own under the heading. */
  fill(label: string, value: string): void;
  addCast(names: readonly string[]): void;
}

/** An empty list, before the first heading. */
export function sceneList(): SceneList {
  const scenes: Draft[] = [];
  let current: Draft | null = null;
  let episode: number | null = null;
  return {
    scenes,
    get current() {
      return current;
    },
    enterEpisode(number) {
      episode = number;
      current = null;
    },
    open(heading, line, written) {
      episode = heading.episode ?? episode;
      const sameEpisode = scenes.filter((scene) => scene.episode === episode);
      const number = heading.scene ?? String(sameEpisode.length + 1);
      const base = episode === null ? number : `${episode}-${number}`;
      const namesakes = scenes.filter((scene) => scene.id === base || scene.id.startsWith(`${base}.`));
      const { place, time, setting } = heading;
      const same = heading.scene !== null && namesakes.find((scene) => scene.place === place && scene.time === time);
      if (same) {
        current = same;
        return;
      }
      const id = namesakes.length === 0 ? base : `${base}.${namesakes.length + 1}`;
      current = { id, episode, heading: written, line, time, setting, place, cast: [] };
      scenes.push(current);
      if (heading.cast !== null) this.addCast(namesIn(heading.cast));
    },
    fill(label, value) {
      if (!current) return;
      const detail = parseSceneDetail(value);
      if (label.startsWith('时') || label === '日夜') current.time ??= detail.time ?? (value.trim() || null);
      else if (/^[场地拍景]/u.test(label)) current.place ??= detail.place;
      current.setting ??= detail.setting;
    },
    addCast(names) {
      if (current) current.cast = [...new Set([...current.cast, ...names])];
    },
  };
}

/** The names of a cast line: `张三、李四（30岁，医生）、群演若干` without the remarks in brackets. */
export function namesIn(list: string): string[] {
  return list
    .replaceAll(/[（(][^（）()]*[）)]/gu, '')
    .split(/[、，,/；;|\s]+/u)
    .map((name) => name.replaceAll(/[*_。.】\]]/gu, ''))
    .filter((name) => name !== '' && name !== '等');
}
