import { normalText, type Location, type ScriptScene } from '@shenpian/core';

/**
 * The location of a scene: the one whose `scenes` name it, else the one whose name is the place in the scene's heading.
 * null when none or several fit: two claims that contradict each other are no claim.
 */
export function locationOfScene(scene: ScriptScene, locations: readonly Location[]): Location | null {
  const named = locations.filter(({ scenes }) => scenes.some((pattern) => matchesScene(scene.id, pattern)));
  if (named.length > 0) return named.length === 1 ? named[0]! : null;
  const place = scene.place === null ? '' : normalText(scene.place);
  if (place === '') return null;
  const samePlace = locations.filter(({ name }) => normalText(name) === place);
  return samePlace.length === 1 ? samePlace[0]! : null;
}

/** Whether a scene id fits a pattern such as `1-1` or `2-*`, where `*` stands for any characters. */
export function matchesScene(id: string, pattern: string): boolean {
  const parts = pattern.normalize('NFKC').trim().split('*');
  const escaped = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${escaped.join('.*')}$`, 'u').test(id.normalize('NFKC'));
}
