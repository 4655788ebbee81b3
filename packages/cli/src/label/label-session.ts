import {
  cuesTrack,
  screenTextTrack,
  shotsTrack,
  stillsTrack,
  type BuiltSubmission,
  type Decision,
  type Episode,
  type Still,
  type TrackType,
} from '@shenpian/core';
import {
  certaintyOf,
  estimateRatio,
  looksTrack,
  questionOrder,
  ratioInput,
  ratioVerdict,
  surveySeries,
  withAnswers,
  type AnsweredSurvey,
  type CountedCluster,
  type LocalSceneRatioOptions,
  type RatioEstimate,
  type RatioVerdict,
  type Survey,
} from '@shenpian/plugin-local-scene-ratio';

/** Where an interview stands after some decisions. */
export interface Standing {
  readonly survey: AnsweredSurvey;
  readonly estimate: RatioEstimate;
  readonly verdict: RatioVerdict;
  /** Open questions, the most decisive first. */
  readonly open: readonly CountedCluster[];
}

/** The survey of a built submission; null when it has no shots to ask about. */
export function surveyOf(built: BuiltSubmission, options: LocalSceneRatioOptions): Survey | null {
  const { series } = built;
  if (series === null) return null;
  const reads = [shotsTrack, cuesTrack, screenTextTrack, looksTrack];
  const readable = series.episodes.filter((episode) =>
    reads.every((type) => itemsOf(built, episode, type as TrackType<unknown>) !== null),
  );
  const survey = surveySeries(
    series,
    readable,
    (episode) => ({
      shots: itemsOf(built, episode, shotsTrack) ?? [],
      cues: itemsOf(built, episode, cuesTrack) ?? [],
      screenTexts: itemsOf(built, episode, screenTextTrack) ?? [],
      looks: itemsOf(built, episode, looksTrack) ?? [],
    }),
    options,
  );
  return survey.clusters.length === 0 ? null : survey;
}

/** What decisions make of a survey. */
export function standingOf(
  surveyed: Survey,
  decisions: readonly Decision[],
  options: LocalSceneRatioOptions,
): Standing {
  const { threshold } = options;
  const certainty = certaintyOf(options);
  const survey = withAnswers(surveyed, decisions);
  const estimate = estimateRatio(ratioInput(survey, threshold));
  const settled = new Set(survey.answers.keys());
  return {
    survey,
    estimate,
    verdict: ratioVerdict(estimate, threshold, certainty),
    open: questionOrder(survey.clusters, { estimate, threshold, certainty, settled }),
  };
}

/** The still nearest to a time of an episode; null when there is none. */
export function stillAt(built: BuiltSubmission, episode: number, time: number): Still | null {
  const stills = itemsOf(built, { number: episode }, stillsTrack) ?? [];
  const byDistance = stills.toSorted((a, b) => Math.abs(a.time - time) - Math.abs(b.time - time));
  return byDistance[0] ?? null;
}

function itemsOf<Item>(
  { tracks }: BuiltSubmission,
  { number }: Pick<Episode, 'number'>,
  type: TrackType<Item>,
): readonly Item[] | null {
  const track = tracks.get(number)?.tracks.get(type.id);
  return track !== undefined && 'items' in track ? (track.items as readonly Item[]) : null;
}
