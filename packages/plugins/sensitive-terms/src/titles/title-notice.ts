import type { FindingReport, Level, Position, Standard } from '@shenpian/core';
import type { MessageId } from '../messages.ts';

/** What a title rule has against a title 片名; words of the title lexicon are reported as hits instead. */
export interface TitleNotice {
  readonly messageId: Extract<MessageId, `title${string}`>;
  readonly level: Level;
  /** The words of the title that it is about. */
  readonly matched: string;
  readonly standards: readonly Standard[];
  /** For the message, besides `title` and `written`. */
  readonly data?: Readonly<Record<string, string | number>>;
}

/** A notice as a finding at `at`. */
export function reportNotice(notice: TitleNotice, title: string, at: Position): FindingReport<MessageId> {
  const { messageId, level, matched, standards } = notice;
  const data = { title, written: matched, ...notice.data };
  return { messageId, data, level, at, matched, confidence: 1, standards, identity: [messageId, title, matched] };
}
