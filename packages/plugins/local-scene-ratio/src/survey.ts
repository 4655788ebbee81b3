import type { Cue, Decision, Episode, LabelDecision, ScreenText, Series, Shot } from '@shenpian/core';
import type { Geotag, Locality, PlaceMatch } from '@shenpian/plugin-place-evidence';
import { answersOf, answersOfShots } from './standing-answers.ts';
import { clustersAt, evidenceOf, labelEvidence, type SeriesSources } from './collected-evidence.ts';
import type { PictureLook } from './looks-track.ts';
import type { LocalSceneRatioOptions } from './options.ts';
import type { Certainty } from './next-question.ts';
import { placeEpisode, type PlacedEpisode } from './placed-shot.ts';
import { photoTies, type PhotoTie } from './photo-ties.ts';
import type { PlaceEvidence } from './place-evidence.ts';
import type { RatioCluster, RatioInput } from './ratio-model.ts';
import { clusterWeights, countedShots, unreadSeconds } from './scene-ratio.ts';
import { clusterShots, commonLook, locationId, singleShots, type ShotCluster } from './shot-cluster.ts';

/** The tracks of one episode that the ratio is made of. */
export interface EpisodeSources {
  readonly shots: readonly Shot[];
  readonly cues: readonly Cue[];
  readonly screenTexts: readonly ScreenText[];
  readonly looks: readonly PictureLook[];
  /** Shots that photos prove; none proves nothing. */
  readonly matches: readonly PlaceMatch[];
  /** The same for every episode. */
  readonly geotags: readonly Geotag[];
}

/** A cluster with what it counts for. */
export type CountedCluster = ShotCluster & RatioCluster;

/** All that is known of where a series was shot, before it becomes a number. */
export interface Survey {
  readonly placed: readonly PlacedEpisode[];
  /** Clusters of the counted shots; those that count for nothing are left out. */
  readonly clusters: readonly CountedCluster[];
  /** What speaks for and against, without people's answers. */
  readonly evidence: readonly PlaceEvidence[];
  /** Photos that show the same place as shots of a cluster. */
  readonly ties: readonly PhotoTie<CountedCluster>[];
  /** What all pictures have in common; null when there are none. */
  readonly common: Float64Array | null;
  /** Probed seconds of episodes that could not be read. */
  readonly unreadSeconds: number;
  /** What is not read counts for, in the unit of the clusters' weights. */
  readonly unreadWeight: number;
}

/** A survey with what people answered; `evidence` holds the answers too. */
export interface AnsweredSurvey extends Survey {
  /** Standing answers by cluster id. */
  readonly answers: ReadonlyMap<string, LabelDecision>;
}

/**
 * Adds the answers that stand to a survey, and takes clusters apart that were answered `mixed`. Cheap: the survey itself is made once.
 */
export function withAnswers(survey: Survey, decisions: readonly Decision[]): AnsweredSurvey {
  const given = answersOf(survey.clusters, decisions, survey.common);
  const parts = new Map(
    survey.clusters
      .filter(({ id, shots }) => given.get(id)?.answer === 'mixed' && shots.length > 1)
      .map((cluster) => [cluster.id, singleShots(cluster)]),
  );
  const single = answersOfShots([...parts.values()].flat(), decisions, survey.common);
  const answers = new Map([...given, ...single].filter(([id]) => !parts.has(id)));
  const clusters = survey.clusters.flatMap((cluster) => parts.get(cluster.id) ?? [cluster]);
  const evidence = survey.evidence.flatMap((piece): readonly PlaceEvidence[] => {
    const own = 'cluster' in piece.about ? parts.get(piece.about.cluster) : undefined;
    if (own === undefined) return [piece];
    const { at } = piece;
    if (at === undefined || !('episode' in at)) return [];
    return clustersAt(own, at).map(({ id }) => ({ ...piece, about: { cluster: id } }));
  });
  const ties = survey.ties.flatMap((tie) => {
    const own = parts.get(tie.cluster.id);
    if (own === undefined) return [tie];
    return clustersAt(own, { episode: tie.episode, ...tie.match }).map((cluster) => ({ ...tie, cluster }));
  });
  return { ...survey, clusters, ties, answers, evidence: [...evidence, ...labelEvidence(clusters, answers)] };
}

/**
 * Works out which shots belong together, and what speaks for and against each group. Pure: the
 * checker and `shenpian label` see the same.
 *
 * @param sourcesOf tracks of an episode that could be read
 */
export function surveySeries(
  series: Series,
  episodes: readonly Episode[],
  sourcesOf: (episode: Episode) => EpisodeSources,
  options: LocalSceneRatioOptions,
): Survey {
  const sources = new Map(episodes.map((episode) => [episode.number, sourcesOf(episode)]));
  const placed = episodes.map((episode) => placeEpisode(series, episode, sources.get(episode.number)!, options.zone));
  const common = commonLook([...sources.values()].map(({ looks }) => looks));
  const found = clusterShots(
    placed,
    ({ shots }) => countedShots(shots, options),
    ({ episode }) => sources.get(episode.number)!.looks,
    common,
  );
  const weights = clusterWeights(found, series, options);
  const counted = found
    .map((cluster) => ({ ...cluster, weight: weights.get(cluster.id)! }))
    .filter(({ weight }) => weight > 0);
  const seen = seriesSources(sources);
  const ties = photoTies(counted, seen.matches, series.locations);
  const clusters = counted.map((cluster) => withTie(cluster, ties));
  const lost = unreadSeconds(series, placed);
  return {
    placed,
    clusters,
    evidence: evidenceOf({ series, clusters, sources: seen, zone: options.zone }),
    ties,
    common,
    unreadSeconds: lost,
    unreadWeight: unreadWeight(found, weights, placed, lost, options),
  };
}

function seriesSources(sources: ReadonlyMap<number, EpisodeSources>): SeriesSources {
  const each = [...sources];
  return {
    screenTexts: new Map(each.map(([episode, { screenTexts }]) => [episode, screenTexts])),
    matches: new Map(each.map(([episode, { matches }]) => [episode, matches])),
    geotags: each.find(([, { geotags }]) => geotags.length > 0)?.[1].geotags ?? [],
  };
}

// Where the table says nothing of a scene, photos of one location tell the estimate which of its claims is meant. No bound uses it.
function withTie(cluster: CountedCluster, ties: readonly PhotoTie[]): CountedCluster {
  if (cluster.claimed !== null) return cluster;
  const names = new Set(ties.filter((tie) => tie.cluster.id === cluster.id).map(({ location }) => location.name));
  return names.size === 1 ? { ...cluster, location: locationId([...names][0]!) } : cluster;
}

// In scenes or pages what was not read, or fits no script, counts like as much of what was.
function unreadWeight(
  clusters: readonly ShotCluster[],
  weights: ReadonlyMap<string, number>,
  placed: readonly PlacedEpisode[],
  lost: number,
  { denominator }: LocalSceneRatioOptions,
): number {
  if (denominator === 'all-shots' || denominator === 'story-shots') return lost;
  const unmatched = new Set(placed.filter(({ matched }) => !matched).map(({ episode }) => episode.number));
  let [known, unknown, weight] = [0, lost, 0];
  for (const { id, seconds, shots } of clusters) {
    if (unmatched.has(shots[0]!.episode)) unknown += seconds;
    else known += seconds;
    weight += weights.get(id)!;
  }
  return known === 0 ? 0 : (weight * unknown) / known;
}

/** What the model needs of a survey. What was not read is one more cluster, of which nothing is known. */
export function ratioInput({ clusters, evidence, unreadWeight }: AnsweredSurvey, threshold: number): RatioInput {
  const unread = { id: 'unread', location: 'unread', weight: unreadWeight };
  return { clusters: unreadWeight > 0 ? [...clusters, unread] : clusters, evidence, threshold };
}

/** What a verdict rests on under these options. */
export function certaintyOf({ basis }: LocalSceneRatioOptions): Certainty {
  return basis === 'certified' ? 'certified' : 'estimate';
}

/** Where a cluster is: as a person said, else as the table claims when claims count. */
export function localityOfCluster(
  { id, locality }: ShotCluster,
  answers: ReadonlyMap<string, LabelDecision>,
  basis: LocalSceneRatioOptions['basis'],
): Locality {
  const answer = answers.get(id)?.answer;
  if (answer === 'local' || answer === 'elsewhere') return answer;
  return basis === 'table' ? locality : null;
}
