import type { FindingReport, Position } from '@shenpian/core';
import { foldText } from './matcher/fold-table.ts';
import type { MessageId } from './messages.ts';
import type { TermHit } from './screening/term-hit.ts';

// Enough to tell two uses of a term apart after a re-cut, short enough to survive a change elsewhere in the line.
const neighbourLength = 6;

/** A hit as a finding at `at`: the message says category, term, why and context; the identity holds no time or line number. */
export function reportHit(hit: TermHit, at: Position, confidence = 1): FindingReport<MessageId> {
  const { context, matched, term, category, level, standards } = hit;
  const data = {
    term,
    written: matched,
    context: context.trim(),
    category: category.title,
  };
  const before = foldText(context.slice(0, hit.contextColumn - 1)).slice(-neighbourLength);
  const after = foldText(context.slice(hit.contextColumn - 1 + hit.length)).slice(0, neighbourLength);
  const identity = [category.id, foldText(term), foldText(matched), before, after];
  return { messageId: messageOf(hit), data, level, at, matched, confidence, standards, identity };
}

function messageOf(hit: TermHit): MessageId {
  if (hit.category.id === 'titles') return 'titleTerm';
  if (hit.lowered.includes('insideWord')) return 'termInsideWord';
  if (hit.lowered.includes('acrossPunctuation')) return 'termAcrossPunctuation';
  if (hit.lowered.includes('neutralContext')) return 'termNeutralContext';
  if (hit.disguised) return 'termDisguised';
  return hit.variant === null ? 'termFound' : 'termVariant';
}
