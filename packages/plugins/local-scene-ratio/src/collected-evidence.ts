import {
  normalText,
  type Evidence,
  type LabelDecision,
  type Location,
  type ScreenText,
  type Series,
} from '@shenpian/core';
import {
  evidenceItems,
  gazetteerOf,
  localityOf,
  mentionsIn,
  pingyuanGazetteer,
  searchFor,
  type Geotag,
  type Mention,
  type PlaceEvidenceItem,
  type PlaceMatch,
} from '@shenpian/plugin-place-evidence';
import type { Zone } from './options.ts';
import {
  gpsWeight,
  headingWeight,
  misreadSignWeight,
  photoMatchWeight,
  signTextWeight,
  type PlaceEvidence,
} from './place-evidence.ts';
import { locationId, type ShotCluster } from './shot-cluster.ts';

/** A shorter name of a location fits into anything. */
const leastLetters = 3;

/** What the tracks of a series say, by episode number. */
export interface SeriesSources {
  readonly screenTexts: ReadonlyMap<number, readonly ScreenText[]>;
  readonly matches: ReadonlyMap<number, readonly PlaceMatch[]>;
  readonly geotags: readonly Geotag[];
}

/** What speaks for and against each cluster and its location: table, headings, texts in the picture, coordinates, photos. */
export function evidenceOf({
  series,
  clusters,
  sources,
  zone,
}: {
  readonly series: Series;
  readonly clusters: readonly ShotCluster[];
  readonly sources: SeriesSources;
  readonly zone: Zone;
}): readonly PlaceEvidence[] {
  const items = evidenceItems({ ...sources, mentions: mentionsOf(series, sources, zone) });
  const takenInside = new Map(sources.geotags.map(({ sha256, inside }) => [sha256, inside]));
  const pieces = items.flatMap((item) => pieceOf(item, { series, clusters, zone, takenInside }));
  return [
    ...series.locations.flatMap((location) => claimOf(location, zone)),
    ...[...new Map(clusters.map((cluster) => [cluster.location, cluster])).values()].flatMap((cluster) =>
      headingOf(cluster, zone),
    ),
    // A text with two names of the zone is one sign.
    ...new Map(pieces.map((piece) => [JSON.stringify({ ...piece, weight: 0 }), piece])).values(),
  ];
}

function claimOf({ name, district }: Location, zone: Zone): readonly PlaceEvidence[] {
  const locality = localityOf(district, zone);
  if (locality === null) return [];
  const source = `drama.yaml: ${name} (${district ?? ''})`;
  const about = { location: locationId(name) };
  return [{ kind: 'location-table', about, local: locality === 'local', weight: 1, source }];
}

function headingOf({ location, claimed, scriptScene }: ShotCluster, zone: Zone): readonly PlaceEvidence[] {
  if (claimed || !scriptScene?.place || localityOf(scriptScene.place, zone) !== 'local') return [];
  const { heading: source } = scriptScene;
  return [{ kind: 'script-heading', about: { location }, local: true, weight: headingWeight, source }];
}

// What is said may name any place and says nothing about where the camera stood.
function mentionsOf(series: Series, { screenTexts }: SeriesSources, zone: Zone): readonly Mention[] {
  const starter = pingyuanGazetteer();
  const ofThisZone = starter.zone !== undefined && normalText(starter.zone.name) === normalText(zone.name);
  const search = searchFor([gazetteerOf(zone), ...(ofThisZone ? [starter] : [])], series.locations);
  return series.episodes.flatMap((episode) =>
    mentionsIn(episode, { signs: screenTexts.get(episode.number) ?? [], cues: [] }, search).filter(
      ({ source }) => source === 'sign',
    ),
  );
}

interface Known {
  readonly series: Series;
  readonly clusters: readonly ShotCluster[];
  readonly zone: Zone;
  /** Whether a file was taken inside, by sha256; null where its coordinates or the boundary do not tell. */
  readonly takenInside: ReadonlyMap<string | null, boolean | null>;
}

function pieceOf(item: PlaceEvidenceItem, known: Known): readonly PlaceEvidence[] {
  const { kind, grade, location, source, picture, at } = item;
  const common = { kind, source, ...(at ? { at } : {}), ...(picture ? { picture: documentOf(picture) } : {}) };
  if (kind === 'gps') {
    // A photo from inside says that the place is there, not that anything was shot at it; one from outside refutes the table.
    if (location === null || item.local === null || (item.local && grade === 'weak')) return [];
    return [{ ...common, about: { location: locationId(location) }, local: item.local, weight: gpsWeight }];
  }
  if (at === null) return [];
  const local = kind === 'sign-text' ? namedSide(item, known) : known.takenInside.get(picture?.sha256 ?? null);
  // Without coordinates a photo ties its shot to what the table calls the place, and no more: see photoTies.
  if (typeof local !== 'boolean') return [];
  const weight = kind === 'photo-match' ? photoMatchWeight : grade === 'strong' ? signTextWeight : misreadSignWeight;
  return clustersAt(known.clusters, at).map(({ id }) => ({ ...common, about: { cluster: id }, local, weight }));
}

// A name that stands for both sides says nothing.
function namedSide({ local, location, detail }: PlaceEvidenceItem, { series, zone }: Known): boolean | null {
  const named = series.locations.filter(({ name }) => normalText(name) === normalText(detail));
  const sides = new Set(named.map(({ district }) => localityOf(district, zone)));
  if (location === null) return local === true && sides.has('elsewhere') ? null : local;
  if (normalText(location).length < leastLetters || sides.size !== 1) return null;
  const [side] = sides;
  return side === null || side === undefined ? null : side === 'local';
}

/** The clusters with a shot that a range of an episode overlaps. */
export function clustersAt<Cluster extends ShotCluster>(
  clusters: readonly Cluster[],
  at: { readonly episode: number; readonly start: number; readonly end: number },
): readonly Cluster[] {
  return clusters.filter(({ shots }) =>
    shots.some(({ episode, start, end }) => episode === at.episode && start < at.end && end > at.start),
  );
}

const documentOf = ({ path, sha256 }: NonNullable<PlaceEvidenceItem['picture']>): Evidence => ({
  kind: 'document',
  ...(path === null ? {} : { path }),
  sha256,
});

/** People's answers as evidence; "unclear" is none. */
export function labelEvidence(
  clusters: readonly ShotCluster[],
  answers: ReadonlyMap<string, LabelDecision>,
): readonly PlaceEvidence[] {
  return clusters.flatMap(({ id }) => {
    const label = answers.get(id);
    if (label?.answer !== 'local' && label?.answer !== 'elsewhere') return [];
    const local = label.answer === 'local';
    return [{ kind: 'human-label' as const, about: { cluster: id }, local, weight: 1, source: label.by }];
  });
}
