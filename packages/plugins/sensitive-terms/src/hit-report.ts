import type { FindingReport, Localized, Position } from '@shenpian/core';
import { howWritten } from './how.ts';
import { foldText } from './matcher/fold-table.ts';
import type { MessageId } from './messages.ts';
import type { TermHit } from './screening/term-hit.ts';

// Enough to tell two uses of a term apart after a re-cut, short enough to survive a change elsewhere in the line.
const neighbourLength = 6;

/** What is known of the place of a hit besides its position. */
export interface HitPlace {
  /** 0–1, of the reading of the whole line; 1 when left out. */
  readonly confidence?: number;
  /** Scene or time code, for people; left out when the position says it. */
  readonly where?: Localized;
}

/** A hit as a finding at `at`: the message says category, term, why and context; the identity holds no time or line number. */
export function reportHit(
  hit: TermHit,
  at: Position,
  { confidence = 1, where }: HitPlace = {},
): FindingReport<MessageId> {
  const { context, matched, term, folded, category, level, standards } = hit;
  const title = category.title;
  const data = {
    term,
    written: matched,
    folded,
    context: context.trim(),
    how: howWritten(hit.path),
    category: where ? { 'zh-CN': `${title['zh-CN']}，${where['zh-CN']}`, en: `${title.en}, ${where.en}` } : title,
  };
  const before = foldText(context.slice(0, hit.contextColumn - 1)).slice(-neighbourLength);
  const after = foldText(context.slice(hit.contextColumn - 1 + matched.length)).slice(0, neighbourLength);
  const identity = [category.id, foldText(term), foldText(matched), before, after];
  return {
    messageId: messageOf(hit, data.how),
    data,
    level,
    at,
    matched,
    confidence: Math.min(confidence, hit.confidence),
    standards,
    identity,
  };
}

function messageOf({ category, lowered, path, disguised, variant }: TermHit, how: Localized): MessageId {
  if (category.id === 'titles') return 'titleTerm';
  if (lowered.includes('homophone')) return 'termHomophone';
  if (lowered.includes('misread')) return 'termMisread';
  if (lowered.includes('ordinaryWord')) return 'termMaybeDisguised';
  if (lowered.includes('insideWord')) return 'termInsideWord';
  if (lowered.includes('acrossPunctuation')) return 'termAcrossPunctuation';
  if (lowered.includes('neutralContext')) return 'termNeutralContext';
  if (path.some(({ kind }) => kind === 'distance')) return 'termsTogether';
  if (disguised) return 'termDisguised';
  if (variant !== null) return 'termVariant';
  if (path.some(({ kind }) => kind === 'nextLine')) return 'termAcrossLines';
  return how.en === '' ? 'termFound' : 'termDoubtful';
}
