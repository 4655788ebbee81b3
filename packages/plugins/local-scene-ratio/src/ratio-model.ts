import { grouped } from './grouped.ts';
import { logOdds, type EvidenceKind, type PlaceEvidence } from './place-evidence.ts';
import {
  added,
  addToMixture,
  either,
  emptyMixture,
  meanOf,
  nothing,
  summaryOf,
  summed,
  type RandomShare,
} from './share-distribution.ts';

/** Shots that one answer settles: a repeated set-up within a script scene, or the whole scene. */
export interface RatioCluster {
  readonly id: string;
  /** Clusters of one location are local together, nearly always. */
  readonly location: string;
  /** Its part of the denominator, in any unit: seconds, scenes, pages. */
  readonly weight: number;
}

/** What the model works from. */
export interface RatioInput {
  readonly clusters: readonly RatioCluster[];
  readonly evidence: readonly PlaceEvidence[];
  /** Least share that is asked for, 0–1. */
  readonly threshold: number;
}

/** What is known of the ratio. All shares are 0–1 of the summed weights. */
export interface RatioEstimate {
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** How likely the ratio is `threshold` or more. */
  readonly probability: number;
  /** Hard bounds: what people labelled local, and all but what they labelled elsewhere. */
  readonly certified: { readonly low: number; readonly high: number };
  /** How likely each cluster is local, by id. */
  readonly chances: ReadonlyMap<string, number>;
  /** How far an answer about a cluster is expected to move the mean, 0–1, by id: with what it says of its location and of the table. */
  readonly influences: ReadonlyMap<string, number>;
  /** How likely the table calls a place local that is local, and one that is not. */
  readonly table: { readonly rightlyLocal: number; readonly wronglyLocal: number };
  /** Clusters that people labelled. */
  readonly answers: number;
}

// Ten tables, honest to inflated, with how common each is taken to be: chosen by test/bench/local-scene.mjs.
const tables = [
  [0.02, 0.35],
  [0.08, 0.22],
  [0.2, 0.17],
  [0.45, 0.14],
  [0.8, 0.12],
].flatMap(([wronglyLocal, share]) =>
  [
    [0.97, 0.7],
    [0.88, 0.3],
  ].map(([rightlyLocal, part]) => ({
    rightlyLocal: rightlyLocal!,
    wronglyLocal: wronglyLocal!,
    common: share! * part!,
  })),
);
/** How much of a series is local before anything is known; series differ, and answers tell. */
const priors = [0.3, 0.5, 0.7, 0.85];
/** A cluster is as local as its location in this share of cases, with how common that is: some scenes were shot in two places. */
const agreements = [
  [0.96, 0.7],
  [0.85, 0.3],
] as const;
/** People answer rightly in this share of cases. */
const humanAccuracy = 0.985;
/** A cluster may hold shots from elsewhere: this share of it is unknown whatever the answer, give or take as much. */
const impurity = 0.02;
/** Series do not follow these rules: standard deviation of the ratio on top of all else, chosen by the same bench. */
const modelError = 0.017;
/** Pieces of one kind and direction that count for a location: ten photographs of one spot are not ten proofs. */
const mostPieces = 2;
/** Even a sure claim of a long scene is worth a look: added to the variance of each answer. */
const leastVariance = 0.002;
/** Combinations less likely than this against the best are left out, for speed. */
const leastWeight = 2e-3;

interface Place {
  /** Log-odds of all that is neither table nor answer. */
  readonly evidence: number;
  /** What the table says; null when it says nothing, or both. */
  readonly claim: boolean | null;
  /** Likelihood of the answers, given that the location is local or not. */
  readonly ifLocal: number;
  readonly ifNot: number;
  /** Local share of the total, given the same. */
  readonly shareIfLocal: RandomShare;
  readonly shareIfNot: RandomShare;
  readonly clusters: readonly { readonly id: string; readonly chanceIfLocal: number; readonly chanceIfNot: number }[];
}

/**
 * Fuses evidence into the share that is local: each script location is local or not, its clusters follow it, and all
 * claims of the table share one unknown reliability, which answers and other evidence reveal. Pure.
 *
 * @throws TypeError when no cluster has weight.
 */
export function estimateRatio({ clusters, evidence, threshold }: RatioInput): RatioEstimate {
  const total = clusters.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) throw new TypeError('no cluster has weight');
  const answers = answersOf(evidence);
  const byLocation = [...grouped(clusters, ({ location }) => location)];
  const combinations = agreements.flatMap(([agreement, common]) => {
    const places = byLocation.map(([location, own]) =>
      placeOf({ location, clusters: own, evidence, answers, total, agreement }),
    );
    return tables.flatMap((table) => priors.map((prior) => weighed(places, { table, prior, common })));
  });
  const best = Math.max(...combinations.map(({ weight }) => weight));
  const likely = combinations.filter(({ weight }) => weight >= best * leastWeight);
  const sum = likely.reduce((all, { weight }) => all + weight, 0);

  const mixture = emptyMixture();
  const mixedShots = clusters.reduce(
    (all, { weight }) => all + ((weight / total) * impurity * 2) ** 2,
    modelError ** 2,
  );
  const chances = new Map(clusters.map(({ id }) => [id, 0]));
  const means: number[] = [];
  let rightlyLocal = 0;
  let wronglyLocal = 0;
  for (const { places, table, weight, local } of likely) {
    const part = weight / sum;
    rightlyLocal += part * table.rightlyLocal;
    wronglyLocal += part * table.wronglyLocal;
    let share: RandomShare = { ...nothing, variance: mixedShots };
    for (const [index, place] of places.entries()) {
      const chance = local[index]!;
      share = summed(share, either(place.shareIfLocal, chance, place.shareIfNot));
      for (const { id, chanceIfLocal, chanceIfNot } of place.clusters) {
        chances.set(id, chances.get(id)! + part * (chance * chanceIfLocal + (1 - chance) * chanceIfNot));
      }
    }
    addToMixture(mixture, share, part);
    means.push(meanOf(share));
  }
  const { mean, low, high, atLeast } = summaryOf(mixture, 0.025, threshold);
  const labelled = (local: boolean): number =>
    clusters.reduce((all, { id, weight }) => all + (answers.get(id) === local ? weight : 0), 0) / total;
  return {
    low,
    high,
    mean,
    probability: atLeast,
    certified: { low: labelled(true), high: 1 - labelled(false) },
    chances,
    influences: influencesOf(likely, {
      sum,
      means,
      mean,
      chances,
      shareOf: new Map(clusters.map(({ id, weight }) => [id, weight / total])),
    }),
    table: { rightlyLocal, wronglyLocal },
    answers: clusters.filter(({ id }) => answers.has(id)).length,
  };
}

/** Covariance of each answer with the ratio over its own standard deviation. */
function influencesOf(
  likely: readonly ReturnType<typeof weighed>[],
  {
    sum,
    means,
    mean,
    chances,
    shareOf,
  }: {
    readonly sum: number;
    readonly means: readonly number[];
    readonly mean: number;
    readonly chances: ReadonlyMap<string, number>;
    readonly shareOf: ReadonlyMap<string, number>;
  },
): ReadonlyMap<string, number> {
  const covariances = new Map<string, number>();
  for (const [index, { places, weight, local }] of likely.entries()) {
    const part = weight / sum;
    for (const [number, { clusters }] of places.entries()) {
      const chance = local[number]!;
      const spread = chance * (1 - chance);
      const together = clusters.reduce(
        (all, { id, chanceIfLocal, chanceIfNot }) => all + shareOf.get(id)! * (chanceIfLocal - chanceIfNot),
        0,
      );
      for (const { id, chanceIfLocal, chanceIfNot } of clusters) {
        const follows = chanceIfLocal - chanceIfNot;
        const own = chance * chanceIfLocal + (1 - chance) * chanceIfNot;
        const alone = own * (1 - own) - follows ** 2 * spread;
        const covariance = own * (means[index]! - mean) + follows * spread * together + shareOf.get(id)! * alone;
        covariances.set(id, (covariances.get(id) ?? 0) + part * covariance);
      }
    }
  }
  return new Map(
    [...covariances].map(([id, covariance]) => {
      const chance = chances.get(id)!;
      return [id, covariance / Math.sqrt(chance * (1 - chance) + leastVariance)];
    }),
  );
}

function answersOf(evidence: readonly PlaceEvidence[]): ReadonlyMap<string, boolean> {
  return new Map(
    evidence.flatMap(({ kind, about, local }) =>
      kind === 'human-label' && 'cluster' in about ? [[about.cluster, local] as const] : [],
    ),
  );
}

function placeOf({
  location,
  clusters,
  evidence,
  answers,
  total,
  agreement,
}: {
  readonly location: string;
  readonly clusters: readonly RatioCluster[];
  readonly evidence: readonly PlaceEvidence[];
  readonly answers: ReadonlyMap<string, boolean>;
  readonly total: number;
  readonly agreement: number;
}): Place {
  const ids = new Set(clusters.map(({ id }) => id));
  const own = evidence.filter(({ about }) =>
    'location' in about ? about.location === location : ids.has(about.cluster),
  );
  const claims = new Set(own.filter(({ kind }) => kind === 'location-table').map(({ local }) => local));
  let ifLocal = 1;
  let ifNot = 1;
  let shareIfLocal = nothing;
  let shareIfNot = nothing;
  const chances = clusters.map(({ id, weight }) => {
    const share = weight / total;
    const answer = answers.get(id);
    const likelihood = (local: boolean): number =>
      answer === undefined ? 1 : answer === local ? humanAccuracy : 1 - humanAccuracy;
    const given = (chance: number): { evidence: number; chance: number } => {
      const evidence = chance * likelihood(true) + (1 - chance) * likelihood(false);
      return { evidence, chance: (chance * likelihood(true)) / evidence };
    };
    const local = given(agreement);
    const not = given(1 - agreement);
    ifLocal *= local.evidence;
    ifNot *= not.evidence;
    const [certain, open] = [share * impurity, share * (1 - 2 * impurity)];
    shareIfLocal = added(shareIfLocal, certain, open, local.chance);
    shareIfNot = added(shareIfNot, certain, open, not.chance);
    return { id, chanceIfLocal: local.chance, chanceIfNot: not.chance };
  });
  return {
    evidence: weightOf(own),
    claim: claims.size === 1 ? [...claims][0]! : null,
    ifLocal,
    ifNot,
    shareIfLocal,
    shareIfNot,
    clusters: chances,
  };
}

/** Kinds whose weight the model works out itself. */
const ownWeight: ReadonlySet<EvidenceKind> = new Set(['location-table', 'human-label']);

function weightOf(evidence: readonly PlaceEvidence[]): number {
  const kinds = grouped(
    evidence.filter(({ kind }) => !ownWeight.has(kind)),
    ({ kind, local }) => `${kind} ${local}`,
  );
  let sum = 0;
  for (const pieces of kinds.values()) {
    const strongest = pieces.map(({ weight }) => weight).toSorted((a, b) => b - a);
    const counted = strongest.slice(0, mostPieces).reduce((all, weight) => all + weight, 0);
    sum += pieces[0]!.local ? counted : -counted;
  }
  return sum;
}

/** How likely a set of assumptions is after the answers and the other evidence, and how likely each place is local then. */
function weighed(
  places: readonly Place[],
  {
    table,
    prior,
    common,
  }: { readonly table: (typeof tables)[number]; readonly prior: number; readonly common: number },
) {
  let logarithm = Math.log(table.common * common);
  const local = places.map(({ claim, evidence, ifLocal, ifNot }) => {
    const said =
      claim === null
        ? 0
        : claim
          ? Math.log(table.rightlyLocal / table.wronglyLocal)
          : Math.log((1 - table.rightlyLocal) / (1 - table.wronglyLocal));
    const before = 1 / (1 + Math.exp(-(logOdds(prior) + said)));
    const odds = Math.exp(evidence);
    const yes = before * odds * ifLocal;
    const no = (1 - before) * ifNot;
    logarithm += Math.log(yes + no);
    return yes / (yes + no);
  });
  return { places, table, weight: Math.exp(logarithm), local };
}
