import type { Script, ScriptLine, ScriptScene, ScriptStatistics } from '../work/script.ts';

// Word's own layout of Chinese A4 pages (document grid of its default template): 39 characters a row, 44 rows a page.
const charactersPerRow = 39;
const rowsPerPage = 44;
const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uffef“”‘’…—·`;
const counted = new RegExp(`[${wide}]|[^\\s${wide}]+`, 'gu');

/** Counts of a script 剧本: scenes, pages, words, places and cast. */
export function scriptStatistics({ lines, scenes, pages }: Script): ScriptStatistics {
  const counts = lines.map(({ text }) => countCharacters(text));
  const rows = sum(counts.map((count) => Math.max(1, Math.ceil(count / charactersPerRow))));
  const said = lines.flatMap(({ kind, text, column }) => (kind === 'dialogue' ? [text.slice(column - 1)] : []));
  return {
    scenes: scenes.length,
    episodes: new Set(scenes.flatMap(({ episode }) => (episode === null ? [] : [episode]))).size,
    pages: pages ?? Math.ceil(rows / rowsPerPage),
    pagesEstimated: pages === undefined,
    characters: sum(counts),
    dialogueCharacters: sum(said.map(countCharacters)),
    places: placesOf(scenes),
    cast: castOf(lines, scenes),
    settings: tally(scenes, ['interior', 'exterior', 'both', 'unknown'], ({ setting }) => setting ?? 'unknown'),
    times: tally(scenes, ['day', 'night', 'twilight', 'other', 'unknown'], ({ time }) => partOfDay(time)),
  };
}

/**
 * 字数 as Word and WPS count it: each Chinese character and full-width mark is one, each run of other letters, digits and marks
 * without a space is one.
 */
export function countCharacters(text: string): number {
  return text.match(counted)?.length ?? 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** In order of how often; equals in the order of the script. */
function placesOf(scenes: readonly ScriptScene[]): ScriptStatistics['places'] {
  const counts = new Map<string, number>();
  for (const { place } of scenes) if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, scenes: count })).sort((a, b) => b.scenes - a.scenes);
}

function castOf(lines: readonly ScriptLine[], scenes: readonly ScriptScene[]): ScriptStatistics['cast'] {
  const counts = new Map<string, { lines: number; scenes: number }>();
  const of = (name: string): { lines: number; scenes: number } => {
    const count = counts.get(name) ?? { lines: 0, scenes: 0 };
    counts.set(name, count);
    return count;
  };
  for (const { cast } of scenes) for (const name of cast) of(name).scenes += 1;
  for (const { kind, speaker } of lines) if (kind === 'dialogue' && speaker !== null) of(speaker).lines += 1;
  return [...counts]
    .map(([name, count]) => ({ name, ...count }))
    .sort((a, b) => b.lines - a.lines || b.scenes - a.scenes);
}

function tally<Key extends string>(
  scenes: readonly ScriptScene[],
  keys: readonly Key[],
  of: (scene: ScriptScene) => Key,
): Record<Key, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const scene of scenes) counts[of(scene)] += 1;
  return counts;
}

const twilight = /晨|早|黄昏|昏|傍晚|暮|黎明|拂晓|破晓|日[落出]|DAWN|DUSK|MORNING|EVENING|SUNSET|SUNRISE/iu;
const night = /夜|晚(?!上?霞)|凌晨|更|NIGHT/iu;
const day = /日(?![落出暮])|白|昼|午(?!夜)|(?<!更)天|DAY|NOON|AFTERNOON/iu;

/** 日 and 夜 as producers plan by: morning and evening light is `twilight`; a change from one to another, and what names none, is `other`. */
function partOfDay(time: string | null): keyof ScriptStatistics['times'] {
  if (time === null) return 'unknown';
  // 次日清晨: which day it is says nothing of the light.
  const light = time.replace(/^(?:次日|翌日|隔日|当日|当天|第二天)/u, '');
  if (/凌晨/u.test(light)) return 'night';
  if (/傍晚/u.test(light)) return 'twilight';
  const parts = [twilight.test(light), night.test(light), day.test(light)];
  if (parts.filter(Boolean).length !== 1) return 'other';
  return parts[0] ? 'twilight' : parts[1] ? 'night' : 'day';
}
