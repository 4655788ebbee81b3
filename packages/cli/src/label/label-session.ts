import {
  cuesTrack,
  screenTextTrack,
  shotsTrack,
  trackItems,
  type BuiltSubmission,
  type Decision,
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
import { geotagsTrack, placeMatchesTrack } from '@shenpian/plugin-place-evidence';

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
  const readable = series.episodes.filter(({ number }) =>
    reads.every((type) => trackItems(built.tracks.get(number), type as TrackType<unknown>) !== null),
  );
  const survey = surveySeries(
    series,
    readable,
    ({ number }) => {
      const tracks = built.tracks.get(number);
      return {
        shots: trackItems(tracks, shotsTrack) ?? [],
        cues: trackItems(tracks, cuesTrack) ?? [],
        screenTexts: trackItems(tracks, screenTextTrack) ?? [],
        looks: trackItems(tracks, looksTrack) ?? [],
        matches: trackItems(tracks, placeMatchesTrack) ?? [],
        geotags: trackItems(tracks, geotagsTrack) ?? [],
      };
    },
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
