import { definePlugin } from '@shenpian/core';
import { geotags } from './geotags-track.ts';
import { placeEvidence } from './place-evidence.ts';
import { placeMatches } from './place-matches-track.ts';

export {
  copiedPhotos,
  evidenceItems,
  placeEvidenceKinds,
  type PlaceEvidenceItem,
  type PlaceFindings,
} from './evidence-item.ts';
export {
  entryKinds,
  gazetteerSchema,
  type EntryKind,
  type Gazetteer,
  type GazetteerEntry,
} from './gazetteer/gazetteer.ts';
export { GazetteerError } from './gazetteer/gazetteer-error.ts';
export { loadGazetteer, parseGazetteer, pingyuanGazetteer } from './gazetteer/load-gazetteer.ts';
export { localityOf, type Locality } from './gazetteer/locality.ts';
export { nameSearch, type FoundName, type NameSearch, type TextSource } from './gazetteer/name-search.ts';
export { gazetteerOf, zoneOf, type Zone } from './gazetteer/zone.ts';
export { toGcj02, toWgs84, type Datum } from './geo/china-datum.ts';
export { metresBetween, problemOf, type CoordinateProblem, type Point } from './geo/coordinates.ts';
export { parseIso6709 } from './geo/iso-6709.ts';
export { boundarySchema, zoneBoundary, type BoundaryDocument, type ZoneBoundary } from './geo/zone-boundary.ts';
export { geotags, geotagSchema, geotagsTrack, type Geotag } from './geotags-track.ts';
export { correspondences } from './matching/correspondence.ts';
export { featuresOf, type Features, type MaskedRows } from './matching/features.ts';
export type { GrayPicture } from './matching/gray-picture.ts';
export { leastInliers, matchEpisode, type FilmFrame, type MatchedFrame, type ShotMatch } from './matching/matcher.ts';
export { buildIndex, candidatesFor, type PhotoIndex } from './matching/photo-index.ts';
export {
  photoShelf,
  type KnownPhoto,
  type PhotoSet,
  type PhotoShelf,
  type ReferencePhoto,
} from './matching/photo-shelf.ts';
export { readGray, roughSide } from './matching/picture-file.ts';
export { agreementOf, type Agreement, type Correspondence, type Similarity } from './matching/similarity.ts';
export { sketchLikeness, squareSketch } from './matching/sketch.ts';
export { mentionsIn, searchFor, type Mention } from './mentions.ts';
export { geotagOptionsSchema, placeEvidenceOptionsSchema, type PlaceEvidenceOptions } from './options.ts';
export { placeEvidence } from './place-evidence.ts';
export { placeMatches, placeMatchesTrack, placeMatchSchema, type PlaceMatch } from './place-matches-track.ts';

export default definePlugin({
  name: '@shenpian/plugin-place-evidence',
  tracks: [placeMatches, geotags],
  checkers: [placeEvidence],
});
