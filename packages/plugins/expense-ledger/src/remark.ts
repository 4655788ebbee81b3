import type { Localized } from '@shenpian/core';
import type { MessageId } from './messages.ts';

/** Whether a cost counts; `undecided` is for people to say. */
export type Eligibility = 'eligible' | 'undecided' | 'ineligible';

/** What is said about a line, and what that means for it. */
export interface Remark {
  readonly messageId: MessageId;
  readonly data: Readonly<Record<string, string | number | Localized>>;
  /** `undecided` and `ineligible` outweigh what others leave. */
  readonly makes: Eligibility;
  readonly info?: boolean;
}

const order: readonly Eligibility[] = ['eligible', 'undecided', 'ineligible'];

/** What all remarks together make of a line. */
export function worst(remarks: readonly Remark[]): Eligibility {
  return order[Math.max(0, ...remarks.map(({ makes }) => order.indexOf(makes)))]!;
}
