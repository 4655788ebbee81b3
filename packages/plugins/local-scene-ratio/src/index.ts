import { definePlugin } from '@shenpian/core';
import { localSceneRatio } from './local-scene-ratio.ts';
import { looks } from './looks-track.ts';
import { movement } from './movement-track.ts';
import { paddedTime } from './padded-time.ts';
import { locationsXlsx } from './locations-xlsx.ts';
import { plannedScenes } from './planned-scenes.ts';
import { routeGeojson } from './route-geojson.ts';
import { routeKml } from './route-kml.ts';

export { alignCues, type AlignedCue, type SpokenLine } from './cue-alignment.ts';
export { localSceneRatio } from './local-scene-ratio.ts';
export { leastAnswers, questionOrder, ratioVerdict, type Certainty, type RatioVerdict } from './next-question.ts';
export { repeatedFootage, type FootageUse, type PrintedShot } from './footage-uses.ts';
export { movementTrack, shotMovementSchema } from './movement-track.ts';
export { paddedTime } from './padded-time.ts';
export { looksTrack, pictureLookSchema, type PictureLook } from './looks-track.ts';
export { localSceneRatioOptionsSchema, type LocalSceneRatioOptions, type Zone } from './options.ts';
export { locationOfScene, matchesScene } from './scene-location.ts';
export { evidenceKinds, logOdds, type EvidenceKind, type PlaceEvidence } from './place-evidence.ts';
export { estimateRatio, type RatioCluster, type RatioEstimate, type RatioInput } from './ratio-model.ts';
export { scenesOfShots, type PlacedCue, type ShotScene } from './shot-scene.ts';
export { doubtfulDistance } from './set-ups.ts';
export type { PhotoTie } from './photo-ties.ts';
export type { ClusteredShot, ShotCluster } from './shot-cluster.ts';
export {
  certaintyOf,
  localityOfCluster,
  ratioInput,
  surveySeries,
  withAnswers,
  type AnsweredSurvey,
  type CountedCluster,
  type EpisodeSources,
  type Survey,
} from './survey.ts';
export { plannedScenes } from './planned-scenes.ts';
export { placeName } from './ratio-findings.ts';

export default definePlugin({
  name: '@shenpian/plugin-local-scene-ratio',
  tracks: [looks, movement],
  checkers: [localSceneRatio, plannedScenes, paddedTime],
  reporters: [locationsXlsx, routeGeojson, routeKml],
});
