import { loadContextModel } from '../context/context-model.ts';
import { lowerLevel } from './line-screener.ts';
import type { TermHit } from './term-hit.ts';

// At this score the verdict "neutral" was right on held-out lines often enough to act on: see README, "Context model".
const sureEnough = 0.85;

/**
 * Lowers by one step the hits in lines that the context model takes for everyday talk; never drops one. A disguised term
 * keeps its level: nobody disguises everyday talk.
 */
export async function weighContext(hits: readonly TermHit[]): Promise<TermHit[]> {
  if (hits.every(({ level, disguised }) => level === 'info' || disguised)) return [...hits];
  const model = await loadContextModel();
  return hits.map((hit) => {
    if (hit.level === 'info' || hit.disguised) return hit;
    const { intent, score } = model.judge(hit.context);
    if (intent !== 'neutral' || score < sureEnough) return hit;
    return { ...hit, level: lowerLevel(hit.level), lowered: [...hit.lowered, 'neutralContext'] };
  });
}
