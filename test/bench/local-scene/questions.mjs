// Asks about a simulated series as `shenpian label` would.
import { estimateRatio, questionOrder, ratioVerdict } from '../../../packages/plugins/local-scene-ratio/dist/index.js';

export const threshold = 0.6;

/** Every state of an interview of up to `most` answers: the estimate after each, and the verdict that it would give. */
export function* states(series, certainty, most) {
  const { clusters, answer } = series;
  const evidence = [...series.evidence];
  const settled = new Set();
  for (;;) {
    const estimate = estimateRatio({ clusters, evidence, threshold });
    yield { answers: settled.size, estimate, verdict: ratioVerdict(estimate, threshold, certainty) };
    const [next] = questionOrder(clusters, { estimate, threshold, certainty, settled });
    if (next === undefined || settled.size >= most) return;
    settled.add(next.id);
    const about = { cluster: next.id };
    evidence.push({ kind: 'human-label', about, local: answer(next), weight: 1, source: 'auditor' });
  }
}

/** Whether the interval holds the ratio. */
export const holds = ({ low, high }, ratio) => ratio >= low - 1e-9 && ratio <= high + 1e-9;
