import type { Script, ScriptLine, Series } from '@shenpian/core';
import { comparable } from './comparison.ts';

/** A piece of a line of dialogue between two marks of punctuation: subtitles are cut there too. */
export interface SpokenClause {
  /** As it counts for comparing; never empty. */
  readonly text: string;
  readonly script: Script;
  readonly line: ScriptLine;
  /** 1-based columns of the line, the second one behind the piece. */
  readonly from: number;
  readonly to: number;
}

/** The part of the scripts that belongs to one episode. */
export interface EpisodeScript {
  readonly clauses: readonly SpokenClause[];
  /** Everything in its scenes, comparable: what stands in there is no new text. */
  readonly everything: string;
}

/** Stage directions within a line of dialogue, such as （低声）. */
const direction = /[（(【[][^（）()【】[\]]*[）)】\]]/gu;
const clause = /[^，。！？；：、…—,.!?;:~～“”"「」『』\n]+/gu;

/**
 * The dialogue of one episode in order. Empty when the scripts do not say which scenes are of this episode, unless there is only one
 * episode.
 */
export function scriptOfEpisode(series: Series, episode: number): EpisodeScript {
  const clauses: SpokenClause[] = [];
  const texts: string[] = [];
  for (const script of series.scripts) {
    const numbered = script.scenes.some((scene) => scene.episode !== null);
    if (!numbered && series.episodes.length > 1) continue;
    const own = script.scenes.filter((scene) => !numbered || scene.episode === episode);
    const scenes = new Set(own.map(({ id }) => id));
    for (const line of script.lines) {
      if (line.scene === null || !scenes.has(line.scene)) continue;
      texts.push(comparable(line.text));
      if (line.kind === 'dialogue') clauses.push(...clausesOf(line, script));
    }
  }
  return { clauses, everything: texts.join('\n') };
}

function clausesOf(line: ScriptLine, script: Script): SpokenClause[] {
  // As long as before, so that columns stay.
  const spoken = line.text.slice(line.column - 1).replaceAll(direction, (found) => '\n'.repeat(found.length));
  return [...spoken.matchAll(clause)].flatMap(({ 0: written, index }) => {
    const text = comparable(written);
    const from = line.column + index + (written.length - written.trimStart().length);
    return text === '' ? [] : [{ text, script, line, from, to: from + written.trim().length }];
  });
}

/** Neighbouring pieces as the script writes them, with the punctuation between them. */
export function writtenText(clauses: readonly SpokenClause[]): string {
  return [...new Set(clauses.map(({ line }) => line))]
    .map((line) => {
      const pieces = clauses.filter((each) => each.line === line);
      return line.text.slice(pieces[0]!.from - 1, pieces.at(-1)!.to - 1);
    })
    .join(' ');
}
