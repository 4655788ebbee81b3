import {
  cuesTrack,
  defineChecker,
  screenTextTrack,
  shotsTrack,
  type Episode,
  type Fact,
  type Series,
} from '@shenpian/core';
import { geotagsTrack, placeMatchesTrack } from '@shenpian/plugin-place-evidence';
import {
  contradictionFindings,
  locationFindings,
  photoContradictionFindings,
  usedLocations,
} from './location-findings.ts';
import { looksTrack } from './looks-track.ts';
import { messages } from './messages.ts';
import { localSceneRatioOptionsSchema } from './options.ts';
import { ratioFindings } from './ratio-findings.ts';
import { estimateRatio } from './ratio-model.ts';
import { episodeFindings, photoFindings } from './scene-findings.ts';
import { bounded, localSecondsFact, ratioFact, storySecondsFact, tallyOf } from './scene-ratio.ts';
import {
  localityOfCluster,
  ratioInput,
  surveySeries,
  withAnswers,
  type AnsweredSurvey,
  type EpisodeSources,
} from './survey.ts';

/**
 * States which share of the series was shot inside the zone: as hard bounds that rest on the producer's table and on
 * people's answers, as hard bounds of the answers alone, and as an estimate from all evidence. Says for every stretch that
 * is unknown or elsewhere why it is.
 */
export const localSceneRatio = defineChecker({
  id: 'local-scene-ratio',
  title: { 'zh-CN': '区内取景占比', en: 'Local-scene ratio' },
  version: 2,
  scope: 'series',
  reads: [shotsTrack, cuesTrack, screenTextTrack, looksTrack],
  mayRead: [placeMatchesTrack, geotagsTrack],
  options: localSceneRatioOptionsSchema,
  messages,
  facts: {
    'local-scene-zone': {
      label: { 'zh-CN': '取景占比所按的区域', en: 'Zone that the share is of' },
      unit: 'text',
    },
    'local-scene-ratio': {
      label: { 'zh-CN': '区内取景占比', en: 'Share of running time shot inside the zone' },
      unit: 'ratio',
      of: 'story-seconds',
    },
    'local-scene-ratio-certified': {
      label: { 'zh-CN': '区内取景占比（只按人工认定）', en: "Share shot inside the zone, by people's answers alone" },
      unit: 'ratio',
      of: 'story-seconds',
    },
    'local-scene-ratio-estimate': {
      label: { 'zh-CN': '区内取景占比（95 % 估计区间）', en: 'Share shot inside the zone, 95 % interval' },
      unit: 'ratio',
      of: 'story-seconds',
      estimate: true,
    },
    'local-scene-probability': {
      label: { 'zh-CN': '区内取景占比达到要求的可能性', en: 'Chance that the share reaches the threshold' },
      unit: 'ratio',
      estimate: true,
    },
    'local-scene-answers': {
      label: { 'zh-CN': '已人工认定取景地的镜头组', en: 'Groups of shots whose place people answered' },
      unit: 'count',
    },
    'local-seconds': {
      label: { 'zh-CN': '区内取景时长', en: 'Running time shot inside the zone' },
      unit: 'seconds',
    },
    'locations-used': {
      label: { 'zh-CN': '片中出现的取景地', en: 'Locations seen in the film' },
      unit: 'list',
    },
    'story-seconds': {
      label: { 'zh-CN': '计入占比的总时长', en: 'Running time that the share is of' },
      unit: 'seconds',
    },
  },
  check({ series, episodes, options, decisions, read, report, fact }) {
    const sourcesOf = (episode: Episode): EpisodeSources => ({
      shots: read(shotsTrack, episode),
      cues: read(cuesTrack, episode),
      screenTexts: read(screenTextTrack, episode),
      looks: read(looksTrack, episode),
      matches: read(placeMatchesTrack, episode),
      geotags: read(geotagsTrack, episode),
    });
    const survey = withAnswers(surveySeries(series, episodes, sourcesOf, options), decisions);
    const noShots = survey.clusters.length === 0;
    fact('local-scene-zone', { value: options.zone.name });
    if (noShots) {
      for (const id of Object.keys(localSceneRatio.facts)) {
        if (id !== 'local-scene-zone') fact(id, unknownBecause('noShots'));
      }
      return;
    }
    const estimate = estimateRatio(ratioInput(survey, options.threshold));
    const reason = survey.answers.size === 0 ? missingPaper(series) : null;
    const seconds = tally(survey, options.basis, 'seconds');
    const isOfTime = options.denominator === 'all-shots' || options.denominator === 'story-shots';
    fact('story-seconds', isOfTime ? storySecondsFact(seconds) : unknownBecause('notOfTime'));
    fact('local-seconds', reason ?? localSecondsFact(seconds));
    fact('local-scene-ratio', reason ?? ratioFact(tally(survey, options.basis, 'weight')));
    fact('local-scene-ratio-certified', ratioFact(tally(survey, 'certified', 'weight')));
    fact('locations-used', reason ?? { value: [...usedLocations(survey.placed)] });
    fact('local-scene-answers', { value: estimate.answers });
    fact(
      'local-scene-ratio-estimate',
      reason ?? { low: bounded(estimate.low), high: bounded(estimate.high), coverage: evidenced(survey) },
    );
    fact('local-scene-probability', reason ?? { value: bounded(estimate.probability) });
    // Without script or table every scene would say the same: the facts already do.
    if (reason) return;
    const zone = options.zone.name;
    for (const finding of ratioFindings(survey, estimate, options)) report(finding);
    for (const episode of survey.placed) {
      for (const finding of episodeFindings(episode, zone)) report(finding);
    }
    for (const finding of contradictionFindings(survey, zone)) report(finding);
    for (const finding of photoContradictionFindings(survey, options.zone)) report(finding);
    for (const finding of locationFindings(survey, options.zone)) report(finding);
    for (const finding of photoFindings(survey.placed, zone)) report(finding);
  },
});

function tally(survey: AnsweredSurvey, basis: 'table' | 'certified', unit: 'seconds' | 'weight') {
  const parts = survey.clusters.map((cluster) => ({
    size: cluster[unit],
    locality: localityOfCluster(cluster, survey.answers, basis),
  }));
  return tallyOf(parts, unit === 'seconds' ? survey.unreadSeconds : survey.unreadWeight);
}

// The share for which there is any evidence at all.
function evidenced({ clusters, evidence, unreadWeight }: AnsweredSurvey): number {
  const about = new Set(
    evidence.map((piece) => ('location' in piece.about ? piece.about.location : piece.about.cluster)),
  );
  const known = clusters.filter(({ id, location }) => about.has(id) || about.has(location));
  const sum = (of: readonly { readonly weight: number }[]): number => of.reduce((all, { weight }) => all + weight, 0);
  return bounded(sum(known) / (sum(clusters) + unreadWeight));
}

function missingPaper(series: Series): Fact | null {
  if (series.scripts.every(({ scenes }) => scenes.length === 0)) return unknownBecause('noScript');
  return series.locations.length === 0 ? unknownBecause('noLocations') : null;
}

function unknownBecause(reason: 'noShots' | 'noScript' | 'noLocations' | 'notOfTime'): Fact {
  return { unknown: { reason: messages[reason], wouldSettle: messages[`${reason}Settle`] } };
}
