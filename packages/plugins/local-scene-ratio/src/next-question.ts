import type { RatioCluster, RatioEstimate } from './ratio-model.ts';

/** What a verdict must rest on: the model with its interval, or people's answers alone. */
export type Certainty = 'estimate' | 'certified';

/** The ratio against the threshold; undecided while it may be on either side. */
export type RatioVerdict = 'reached' | 'missed' | 'undecided';

/** No verdict rests on the model before so many answers: with fewer, the prototype of the model passed series wrongly. */
export const leastAnswers = 5;

/** The model passes a series only when it gives a lower ratio at most this chance, not the 2.5 % of the interval: chosen by the bench. */
const mostDoubt = 0.01;

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
 * Open clusters, the most decisive first: by how far an answer would move the mean, which is weight × √(p(1 − p)) plus what it
 * says of the rest of its location and of the table. For certainty by what would prove the likelier side: weight × p when
 * the mean is at the threshold or above, else weight × (1 − p).
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
    if (certainty === 'estimate') return estimate.influences.get(id)!;
    const chance = estimate.chances.get(id)!;
    return weight * (estimate.mean >= threshold ? chance : 1 - chance);
  };
  return clusters.filter(({ id }) => !settled.has(id)).toSorted((a, b) => decisive(b) - decisive(a));
}
