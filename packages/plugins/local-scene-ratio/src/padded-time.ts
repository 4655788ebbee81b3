import { cuesTrack, defineChecker, duration, shotsTrack, type Episode, type Fact, type Shot } from '@shenpian/core';
import { geotagsTrack, placeMatchesTrack } from '@shenpian/plugin-place-evidence';
import { looksTrack } from './looks-track.ts';
import type { ShotMovement } from './movement.ts';
import { movementTrack } from './movement-track.ts';
import { localSceneRatioOptionsSchema } from './options.ts';
import {
  establishedFindings,
  footageFindings,
  slowedFindings,
  stillFindings,
  type MovingShot,
} from './padded-findings.ts';
import { paddedMessages } from './padded-messages.ts';
import { paddedTimeOptionsSchema } from './padded-options.ts';
import { localityOfCluster, surveySeries, withAnswers, type AnsweredSurvey, type EpisodeSources } from './survey.ts';

/**
 * Looks at what the time counts that the table puts inside the zone: footage that is used again, pictures that stand still or were
 * slowed, interiors behind a proven exterior. It says what the picture shows; that it was done to raise the ratio is for people to
 * judge, and nothing here changes the ratio.
 */
export const paddedTime = defineChecker({
  id: 'padded-time',
  title: { 'zh-CN': '区内取景时长核查', en: 'What the local time is made of' },
  version: 1,
  scope: 'series',
  reads: [shotsTrack, cuesTrack, looksTrack, movementTrack],
  mayRead: [placeMatchesTrack, geotagsTrack],
  options: paddedTimeOptionsSchema,
  messages: paddedMessages,
  facts: {
    'repeated-local-seconds': {
      label: { 'zh-CN': '区内取景中找到的重复素材时长', en: 'Repeated footage found in the local time' },
      unit: 'seconds',
    },
    'still-local-seconds': {
      label: { 'zh-CN': '区内取景中找到的静止画面时长', en: 'Still pictures found in the local time' },
      unit: 'seconds',
    },
    'slowed-local-seconds': {
      label: { 'zh-CN': '区内取景中找到的放慢画面时长', en: 'Slowed footage found in the local time' },
      unit: 'seconds',
    },
  },
  check({ series, episodes, options, decisions, read, report, fact }) {
    const sourcesOf = (episode: Episode): EpisodeSources => ({
      shots: read(shotsTrack, episode),
      cues: read(cuesTrack, episode),
      screenTexts: [],
      looks: read(looksTrack, episode),
      matches: read(placeMatchesTrack, episode),
      geotags: read(geotagsTrack, episode),
    });
    const { zone, openingSeconds } = options;
    const ratio = localSceneRatioOptionsSchema.parse({ zone });
    const survey = withAnswers(surveySeries(series, episodes, sourcesOf, ratio), decisions);
    const shots = movingShots(survey, episodes, (episode) => read(movementTrack, episode));
    const local = shots.filter(({ locality }) => locality === 'local');
    const localSeconds = local.reduce((sum, shot) => sum + duration(shot), 0);
    const footage = footageFindings(shots, { zone: zone.name, openingSeconds });
    const still = stillFindings(local, localSeconds, zone.name);
    const slowed = slowedFindings(local, zone.name);
    for (const finding of [...footage.findings, ...still.findings, ...slowed.findings]) report(finding);
    for (const finding of establishedFindings(survey)) report(finding);
    fact('repeated-local-seconds', secondsFact(footage.seconds));
    fact('still-local-seconds', secondsFact(still.seconds));
    fact('slowed-local-seconds', secondsFact(slowed.seconds));
  },
});

const secondsFact = (seconds: number): Fact => ({ value: Math.round(seconds * 100) / 100 });

function movingShots(
  { clusters, answers }: AnsweredSurvey,
  episodes: readonly Episode[],
  movementOf: (episode: Episode) => readonly ShotMovement[],
): readonly MovingShot[] {
  const key = ({ episode, start }: Pick<Shot, 'start'> & { readonly episode: number }): string => `${episode} ${start}`;
  const places = new Map(
    clusters.flatMap((cluster) =>
      cluster.shots.map(
        (shot) =>
          [key(shot), { scene: cluster.scene, locality: localityOfCluster(cluster, answers, 'table') }] as const,
      ),
    ),
  );
  return episodes.flatMap((episode) =>
    movementOf(episode).flatMap((shot) => {
      const place = places.get(key({ episode: episode.number, start: shot.start }));
      return place ? [{ ...shot, ...place, episode: episode.number }] : [];
    }),
  );
}
