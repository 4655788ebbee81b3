import { normalText, overlap, type LabelDecision, type ScreenText, type Series } from '@shenpian/core';
import { localityOf } from './district.ts';
import type { Zone } from './options.ts';
import { headingWeight, signTextWeight, type PlaceEvidence } from './place-evidence.ts';
import type { ShotCluster } from './shot-cluster.ts';

/** Shorter names fit into anything. */
const leastLetters = 3;

/** What speaks for and against each cluster and its location: table, headings, texts in the picture. */
export function evidenceOf({
  series,
  clusters,
  textsOf,
  zone,
}: {
  readonly series: Series;
  readonly clusters: readonly ShotCluster[];
  readonly textsOf: (episode: number) => readonly ScreenText[];
  readonly zone: Zone;
}): readonly PlaceEvidence[] {
  const names = placeNames(series, zone);
  const locations = new Map(clusters.map((cluster) => [cluster.location, cluster]));
  return [
    ...[...locations.values()].flatMap((cluster) => claimOf(cluster, zone)),
    ...clusters.flatMap((cluster) => signsOf(cluster, names, textsOf)),
  ];
}

function claimOf({ location, claimed, locality, scriptScene }: ShotCluster, zone: Zone): readonly PlaceEvidence[] {
  const about = { location };
  if (claimed && locality !== null) {
    const source = `drama.yaml: ${claimed.name} (${claimed.district ?? ''})`;
    return [{ kind: 'location-table', about, local: locality === 'local', weight: 1, source }];
  }
  if (claimed || !scriptScene?.place || localityOf(scriptScene.place, zone) !== 'local') return [];
  return [{ kind: 'script-heading', about, local: true, weight: headingWeight, source: scriptScene.heading }];
}

// A name that stands for both sides says nothing.
function placeNames(series: Series, zone: Zone): ReadonlyMap<string, boolean> {
  const local = [zone.name, ...zone.aliases];
  const elsewhere: string[] = [];
  for (const { name, district } of series.locations) {
    const locality = localityOf(district, zone);
    if (locality === 'local') local.push(name);
    if (locality === 'elsewhere') elsewhere.push(name);
  }
  const names = new Map<string, boolean>();
  const long = (name: string): boolean => name.length >= leastLetters;
  const [inside, outside] = [local.map(normalText).filter(long), elsewhere.map(normalText).filter(long)];
  for (const name of inside) if (!outside.includes(name)) names.set(name, true);
  for (const name of outside) if (!inside.includes(name)) names.set(name, false);
  return names;
}

function signsOf(
  { id, shots }: ShotCluster,
  names: ReadonlyMap<string, boolean>,
  textsOf: (episode: number) => readonly ScreenText[],
): readonly PlaceEvidence[] {
  return shots.flatMap(({ episode, start, end }) =>
    textsOf(episode)
      .filter((text) => overlap(text, { start, end }) > 0)
      .flatMap((text) => {
        const written = normalText(text.text);
        const found = [...names].find(([name]) => written.includes(name));
        if (!found) return [];
        const at = { episode, start: text.start, end: text.end };
        return [
          {
            kind: 'sign-text' as const,
            about: { cluster: id },
            local: found[1],
            weight: signTextWeight,
            source: text.text,
            at,
          },
        ];
      }),
  );
}

/** People's answers as evidence; "unclear" is none. */
export function labelEvidence(
  clusters: readonly ShotCluster[],
  answers: ReadonlyMap<string, LabelDecision>,
): readonly PlaceEvidence[] {
  return clusters.flatMap(({ id }) => {
    const label = answers.get(id);
    if (!label || label.answer === 'unclear') return [];
    const local = label.answer === 'local';
    return [{ kind: 'human-label' as const, about: { cluster: id }, local, weight: 1, source: label.by }];
  });
}
