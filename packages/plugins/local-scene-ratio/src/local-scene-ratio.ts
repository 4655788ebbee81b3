import { cuesTrack, defineChecker, shotsTrack, type Fact, type Series } from '@shenpian/core';
import { messages } from './messages.ts';
import { localSceneRatioOptionsSchema } from './options.ts';
import { placeEpisode } from './placed-shot.ts';
import { episodeFindings, photoFindings } from './scene-findings.ts';
import { localSecondsFact, ratioFact, sceneSeconds, storySecondsFact } from './scene-ratio.ts';

/**
 * States which share of the series was shot inside the zone, as hard bounds that rest on the producer's table of
 * locations, and says for every stretch that is unknown or elsewhere why it is.
 */
export const localSceneRatio = defineChecker({
  id: 'local-scene-ratio',
  title: { 'zh-CN': '区内取景占比', en: 'Local-scene ratio' },
  version: 1,
  scope: 'series',
  reads: [shotsTrack, cuesTrack],
  options: localSceneRatioOptionsSchema,
  messages,
  facts: {
    'local-scene-ratio': {
      label: { 'zh-CN': '区内取景占比', en: 'Share of running time shot inside the zone' },
      unit: 'ratio',
    },
    'local-seconds': {
      label: { 'zh-CN': '区内取景时长', en: 'Running time shot inside the zone' },
      unit: 'seconds',
    },
    'story-seconds': {
      label: { 'zh-CN': '计入占比的总时长', en: 'Running time that the share is of' },
      unit: 'seconds',
    },
  },
  check({ series, episodes, options, read, report, fact }) {
    const zone = options.zone.name;
    const placed = episodes.map((episode) =>
      placeEpisode(series, episode, { shots: read(shotsTrack, episode), cues: read(cuesTrack, episode) }, options.zone),
    );
    const seconds = sceneSeconds(series, placed, options);
    const noShots = placed.every(({ shots }) => shots.length === 0) || seconds.total === 0;
    const reason = noShots ? unknownBecause('noShots') : missingPaper(series);
    fact('story-seconds', noShots ? unknownBecause('noShots') : storySecondsFact(seconds));
    fact('local-seconds', reason ?? localSecondsFact(seconds));
    fact('local-scene-ratio', reason ?? ratioFact(seconds));
    // Without script or table every scene would say the same: the facts already do.
    if (reason) return;
    for (const episode of placed) {
      for (const finding of episodeFindings(episode, zone)) report(finding);
    }
    for (const finding of photoFindings(placed, zone)) report(finding);
  },
});

function missingPaper(series: Series): Fact | null {
  if (series.scripts.every(({ scenes }) => scenes.length === 0)) return unknownBecause('noScript');
  return series.locations.length === 0 ? unknownBecause('noLocations') : null;
}

function unknownBecause(reason: 'noShots' | 'noScript' | 'noLocations'): Fact {
  return { unknown: { reason: messages[reason], wouldSettle: messages[`${reason}Settle`] } };
}
