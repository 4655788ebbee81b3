import type { RatioCluster, RatioEstimate } from './ratio-model.ts';

/** What a verdict must rest on: the model with its interval, or people's answers alone. */
export type Certainty = 'estimate' | 'certified';

/** The ratio against the threshold; undecided while it may be on either side. */
export type RatioVerdict = 'reached' | 'missed' | 'undecided';

/** No verdict rests on the model before so many answers: from there the simulation had no wrong pass. */
export const leastAnswers = 5;

/** The model passes a series only when it gives a lower ratio at most this chance, not the 2.5 % of the interval: chosen by the bench. */
const mostDoubt = 0.015;

/** Keeps clusters in the order when the model is sure: even a sure claim of a long scene is worth a look. */
const leastVariance = 0.002;

/**
 * The verdict on a ratio. Hard bounds decide alone; the model's interval decides from {@link leastAnswers} answers on, and
 * never when certainty is asked for.
 */
export function ratioVerdict(estimate: RatioEstimate, threshold: number, certainty: Certainty): RatioVerdict {
  const { certified, low, high, probability, answers } = estimate;
  if (certified.low >= threshold) return 'reached';
  if (certified.high < threshold) return 'missed';
  if (certainty === 'certified' || answers < leastAnswers) return 'undecided';
  if (low >= threshold && 1 - probability <= mostDoubt) return 'reached';
  return high < threshold ? 'missed' : 'undecided';
}

/**
 * Open clusters, the most decisive first: by weight × √(p(1 − p)); for certainty by what would prove the likelier side,
 * weight × p when the mean is at the threshold or above, else weight × (1 − p). Both orders are measured in
 * test/bench/local-scene.mjs.
 *
 * @param settled ids of clusters that are not to be asked about
 */
export function questionOrder<Cluster extends RatioCluster>(
  clusters: readonly Cluster[],
  {
    estimate,
    threshold,
    certainty,
    settled,
  }: {
    readonly estimate: RatioEstimate;
    readonly threshold: number;
    readonly certainty: Certainty;
    readonly settled: ReadonlySet<string>;
  },
): readonly Cluster[] {
  const decisive = ({ id, weight }: Cluster): number => {
    const chance = estimate.chances.get(id)!;
    if (certainty === 'estimate') return weight * Math.sqrt(chance * (1 - chance) + leastVariance);
    return weight * (estimate.mean >= threshold ? chance : 1 - chance);
  };
  return clusters.filter(({ id }) => !settled.has(id)).toSorted((a, b) => decisive(b) - decisive(a));
}
