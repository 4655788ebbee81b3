import { defineChecker, type Fact, type Localized, type MessageTable, type Series } from '@shenpian/core';
import { localityOf, type Locality } from '@shenpian/plugin-place-evidence';
import { z } from 'zod';
import { zoneSchema, type Zone } from './options.ts';
import { locationOfScene } from './scene-location.ts';
import { charactersOf, ratioFact, tallyOf, type Tally } from './scene-ratio.ts';

const messages = {
  planned: {
    'zh-CN':
      '按剧本与取景地表，计划在{{zone}}内取景的场次占 {{scenes}}，按剧本篇幅占 {{pages}}（共 {{count}} 场）。尚未写明取景地的场次：{{open}}。',
    en: 'By script and table of locations, {{scenes}} of the scenes are planned inside {{zone}}, {{pages}} by length of text ({{count}} scenes). Scenes without a known place: {{open}}.',
  },
  noScenes: { 'zh-CN': '没有分场剧本。', en: 'There is no script with scenes.' },
  noScenesSettle: {
    'zh-CN': '带场次标题的剧本（drama.yaml 的 scripts）。',
    en: 'A script with scene headings (scripts in drama.yaml).',
  },
  none: { 'zh-CN': '无', en: 'none' },
} as const satisfies MessageTable;

/** Scenes that a message names; the rest is a number. */
const mostNamed = 12;

/**
 * States which share of the script is planned inside the zone, by scenes and by length of text, from the script and the table
 * of locations alone: before anything is shot it is all there is. Says so as a finding when there are no episodes.
 */
export const plannedScenes = defineChecker({
  id: 'planned-scenes',
  title: { 'zh-CN': '计划取景占比', en: 'Planned local scenes' },
  version: 1,
  scope: 'series',
  reads: [],
  options: z.strictObject({ zone: zoneSchema }).prefault({}),
  messages,
  facts: {
    'planned-local-scenes': {
      label: { 'zh-CN': '计划区内取景占比（按场次）', en: 'Share of scenes planned inside the zone' },
      unit: 'ratio',
    },
    'planned-local-pages': {
      label: {
        'zh-CN': '计划区内取景占比（按剧本篇幅）',
        en: 'Share of the script planned inside the zone, by length',
      },
      unit: 'ratio',
    },
  },
  check({ series, options, report, fact }) {
    const { zone } = options;
    const scenes = plannedParts(series, zone);
    const byScene = tallyOf(
      scenes.map(({ locality }) => ({ size: 1, locality })),
      0,
    );
    const byLength = tallyOf(
      scenes.map(({ length, locality }) => ({ size: length, locality })),
      0,
    );
    fact('planned-local-scenes', planned(byScene));
    fact('planned-local-pages', planned(byLength));
    const [script] = series.scripts;
    if (series.episodes.length > 0 || byScene.total === 0 || script === undefined) return;
    const open = scenes.filter(({ locality }) => locality === null).map(({ id }) => id);
    report({
      messageId: 'planned',
      level: 'info',
      at: { script: script.path, line: 1, column: 1, length: 0 },
      identity: [],
      data: {
        zone: zone.name,
        scenes: range(byScene),
        pages: range(byLength),
        count: scenes.length,
        open: named(open),
      },
    });
  },
});

function plannedParts(series: Series, zone: Zone): readonly { id: string; length: number; locality: Locality }[] {
  return series.scripts.flatMap(({ scenes }) =>
    scenes.map((scene) => {
      const location = locationOfScene(scene, series.locations);
      return {
        id: scene.id,
        length: charactersOf(series, scene.id),
        locality: location && localityOf(location.district, zone),
      };
    }),
  );
}

function planned(tally: Tally): Fact {
  if (tally.total > 0) return ratioFact(tally);
  return { unknown: { reason: messages.noScenes, wouldSettle: messages.noScenesSettle } };
}

function range({ total, local, elsewhere }: Tally): string {
  const [low, high] = [local / total, 1 - elsewhere / total].map((share) => `${(share * 100).toFixed(1)} %`);
  return low === high ? low! : `${low}–${high}`;
}

function named(ids: readonly string[]): Localized {
  if (ids.length === 0) return messages.none;
  const shown = ids.slice(0, mostNamed);
  const more = ids.length > shown.length ? ` … (${ids.length})` : '';
  return { 'zh-CN': `${shown.join('、')}${more}`, en: `${shown.join(', ')}${more}` };
}
