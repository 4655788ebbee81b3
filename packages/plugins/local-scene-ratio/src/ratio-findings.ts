import { formatTime, type Localized } from '@shenpian/core';
import { grouped } from './grouped.ts';
import { messages } from './messages.ts';
import { questionOrder, ratioVerdict } from './next-question.ts';
import type { LocalSceneRatioOptions } from './options.ts';
import { estimateRatio, type RatioEstimate } from './ratio-model.ts';
import { certaintyOf, ratioInput, type AnsweredSurvey, type CountedCluster } from './survey.ts';
import type { SceneFinding } from './scene-findings.ts';
import { doubtfulDistance } from './set-ups.ts';

/** Places and shots that a message names; more would not be read. */
const mostNamed = 3;
/** Heaviest locations whose influence is worked out. */
const mostWeighed = 12;

/** What one location's evidence did to the mean of the ratio. */
export interface Contribution {
  readonly location: string;
  /** Mean with its evidence minus mean without, −1 to 1. */
  readonly change: number;
}

/** Locations whose evidence moved the mean most, the strongest first. */
export function contributions(
  survey: AnsweredSurvey,
  estimate: RatioEstimate,
  threshold: number,
): readonly Contribution[] {
  const input = ratioInput(survey, threshold);
  const locations = [...grouped(survey.clusters, ({ location }) => location)]
    .map(([location, own]) => ({ location, own, weight: own.reduce((sum, { weight }) => sum + weight, 0) }))
    .toSorted((a, b) => b.weight - a.weight);
  return locations
    .slice(0, mostWeighed)
    .map(({ location, own }) => {
      const ids = new Set(own.map(({ id }) => id));
      const evidence = input.evidence.filter(({ about }) =>
        'location' in about ? about.location !== location : !ids.has(about.cluster),
      );
      const without = estimateRatio({ ...input, evidence }).mean;
      return { location: placeName(own[0]!), change: estimate.mean - without };
    })
    .filter(({ change }) => Math.abs(change) >= 0.0005)
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

/** What people call the place of a cluster. */
export function placeName({ claimed, scriptScene, scene }: CountedCluster): string {
  return claimed?.name ?? scriptScene?.place ?? scene;
}

/** What the evidence adds up to, for the series and for each episode. */
export function ratioFindings(
  survey: AnsweredSurvey,
  estimate: RatioEstimate,
  options: LocalSceneRatioOptions,
): readonly SceneFinding[] {
  const { threshold } = options;
  const { certified, table } = estimate;
  const people = [...new Set([...survey.answers.values()].map(({ by }) => by))];
  return [
    {
      messageId: 'estimate',
      level: 'info',
      at: { document: 'drama.yaml' },
      identity: [],
      data: {
        low: percent(estimate.low),
        high: percent(estimate.high),
        mean: percent(estimate.mean),
        threshold: percent(threshold),
        probability: percent(estimate.probability),
        certifiedLow: percent(certified.low),
        certifiedHigh: percent(certified.high),
        answers: estimate.answers,
        people: listed(people),
        right: percent(table.rightlyLocal),
        wrong: percent(table.wronglyLocal),
        moved: listed(contributions(survey, estimate, threshold).map(contributionText)),
        verdict: verdictText(survey, estimate, options),
      },
    },
    ...episodeFindings(survey, options),
  ];
}

function contributionText({ location, change }: Contribution): string {
  return `${location} ${change > 0 ? '+' : '−'}${Math.abs(change * 100).toFixed(1)}`;
}

function verdictText(survey: AnsweredSurvey, estimate: RatioEstimate, options: LocalSceneRatioOptions): Localized {
  const certainty = certaintyOf(options);
  const verdict = ratioVerdict(estimate, options.threshold, certainty);
  if (verdict !== 'undecided') return messages[verdict];
  const settled = new Set(survey.answers.keys());
  const open = questionOrder(survey.clusters, { estimate, threshold: options.threshold, certainty, settled });
  if (open.length === 0) {
    const mixed = mixedClusters(survey);
    if (mixed.length === 0) return messages.nothingLeft;
    const named = listed(mixed.map(shotText));
    return { 'zh-CN': `${messages.mixedLeft['zh-CN']}${named['zh-CN']}`, en: `${messages.mixedLeft.en} ${named.en}` };
  }
  const shots = listed(open.map(shotText));
  return {
    'zh-CN': `${messages.undecided['zh-CN']}${shots['zh-CN']}`,
    en: `${messages.undecided.en} ${shots.en}`,
  };
}

const shotText = ({ scene, shots: [first] }: CountedCluster): string =>
  `${scene} (${first!.episode}: ${formatTime(first!.start)})`;

/** Answered clusters whose shots may be of several places, the heaviest first: their shots could decide. */
export function mixedClusters({ clusters, answers }: AnsweredSurvey): readonly CountedCluster[] {
  return clusters
    .filter(({ id, shots, oddest }) => answers.has(id) && shots.length > 1 && oddest.distance >= doubtfulDistance)
    .toSorted((a, b) => b.weight - a.weight);
}

function episodeFindings(survey: AnsweredSurvey, { threshold }: LocalSceneRatioOptions): readonly SceneFinding[] {
  return survey.placed.flatMap(({ episode, shots }): SceneFinding[] => {
    const clusters = survey.clusters.map((cluster) => ({ ...cluster, weight: partIn(cluster, episode.number) }));
    if (shots.length === 0 || clusters.every(({ weight }) => weight === 0)) return [];
    const { low, high, certified } = estimateRatio({ clusters, evidence: survey.evidence, threshold });
    return [
      {
        messageId: 'episodeEstimate',
        level: 'info',
        at: { episode: episode.number, start: 0, end: shots.at(-1)!.end },
        identity: [String(episode.number)],
        data: {
          episode: episode.number,
          low: percent(low),
          high: percent(high),
          certifiedLow: percent(certified.low),
          certifiedHigh: percent(certified.high),
        },
      },
    ];
  });
}

// The part of a cluster's weight that lies in one episode.
function partIn({ weight, seconds, shots }: CountedCluster, episode: number): number {
  const inside = shots.filter((shot) => shot.episode === episode);
  return (weight * inside.reduce((sum, { start, end }) => sum + end - start, 0)) / seconds;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function listed(texts: readonly string[]): Localized {
  const named = texts.length === 0 ? ['—'] : texts.slice(0, mostNamed);
  return { 'zh-CN': named.join('；'), en: named.join('; ') };
}
