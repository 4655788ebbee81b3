import type { Script, ScriptLine } from '../work/script.ts';
import type { Episode, Location, Vocabulary } from '../work/series.ts';

/** Stage directions within a line of dialogue, such as （低声）. */
const direction = /[（(【[][^（）()【】[\]]*[）)】\]]/gu;
/** Longer than this is a description, not a name. */
const longestName = 12;

/**
 * The words that are likely to be said in an episode: names of people and places from the manifest and all scripts, and
 * the dialogue of its own scenes. Scripts that do not number their scenes by episode belong to a series of one episode only.
 */
export function vocabularyOf(
  { number }: Pick<Episode, 'number'>,
  series: { readonly scripts: readonly Script[]; readonly locations: readonly Location[]; readonly episodes: number },
): Vocabulary {
  const names = new Set<string>();
  const lines: string[] = [];
  for (const { name } of series.locations) names.add(name);
  for (const { scenes, lines: all } of series.scripts) {
    for (const { cast, place } of scenes) for (const name of [...cast, place ?? '']) names.add(name);
    for (const { speaker } of all) names.add(speaker ?? '');
    const numbered = scenes.some(({ episode }) => episode !== null);
    if (!numbered && series.episodes > 1) continue;
    const own = new Set(scenes.filter(({ episode }) => !numbered || episode === number).map(({ id }) => id));
    lines.push(...all.filter(({ kind, scene }) => kind === 'dialogue' && scene !== null && own.has(scene)).map(spoken));
  }
  return {
    names: [...names].map((name) => name.trim()).filter((name) => name.length > 1 && name.length <= longestName),
    lines: lines.filter((line) => line !== ''),
  };
}

function spoken({ text, column }: ScriptLine): string {
  return text
    .slice(column - 1)
    .replaceAll(direction, '')
    .trim();
}
