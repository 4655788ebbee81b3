/** An industry event 主题产业活动 that support is applied for. */
export interface IndustryEvent {
  readonly name: string;
  readonly place: string | null;
  /** ISO dates of its first and last day; null when not given. */
  readonly start: string | null;
  readonly end: string | null;
}
