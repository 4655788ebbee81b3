import type { z } from 'zod';
import type { Decision } from '../findings/decision.ts';
import type { Fact, FactDeclaration, FactValue } from '../findings/fact.ts';
import type { Evidence, Level, Position, Standard } from '../findings/finding.ts';
import type { Localized, MessageData, MessageTable } from '../findings/message.ts';
import type { TrackType } from '../tracks/track-type.ts';
import type { Episode, Series } from '../work/series.ts';

/** What a checker says about one place. */
export interface FindingReport<MessageId extends string = string> {
  readonly messageId: MessageId;
  /** Values for the placeholders of the message. */
  readonly data?: MessageData;
  readonly level: Level;
  readonly at: Position;
  /** Further places that the finding is about. */
  readonly also?: readonly Position[];
  /** What the message says in words, for programs; never part of the fingerprint. */
  readonly values?: Readonly<Record<string, FactValue>>;
  /** The offending text, as written. */
  readonly matched?: string;
  /** 0–1; 1 when left out. */
  readonly confidence?: number;
  /** A frame of the episode is added by itself; name only what else proves it. */
  readonly evidence?: readonly Evidence[];
  readonly standards?: readonly Standard[];
  /**
   * What makes this finding itself after a re-cut, such as the normalised match and its neighbours. Never a time.
   * Left out: the matched text and the message data.
   */
  readonly identity?: readonly string[];
}

/** What a checker sees: read-only, no files, no network. */
export interface CheckerContext<Options, MessageId extends string = string> {
  readonly series: Series;
  /** The episodes to look at: one for scope `episode`, all that could be read for scope `series`. */
  readonly episodes: readonly Episode[];
  readonly options: Options;
  /** What reviewers decided so far, in order. */
  readonly decisions: readonly Decision[];
  /**
   * Items of a track named in `reads` or `mayRead`, for one episode.
   *
   * @throws TypeError when the type is in neither.
   */
  read<Item>(type: TrackType<Item>, episode: Episode): readonly Item[];
  report(finding: FindingReport<MessageId>): void;
  /** States a fact that the checker declared. Series scope only. */
  fact(id: string, fact: Fact): void;
}

/** A checker 检查器: reads tracks and scripts, emits findings and facts; knows no policy. */
export interface CheckerDefinition<Options = unknown, MessageId extends string = string> {
  readonly id: string;
  /** Its name for people, such as 敏感词. */
  readonly title: Localized;
  readonly version: number;
  readonly scope: 'episode' | 'series';
  /** Tracks it reads; when one could not be built for an episode, the checker is not run on it and says so. */
  readonly reads: readonly TrackType<unknown>[];
  /** Tracks that it reads where they are: one that nobody provides, or that could not be built, has no items. For what proves nothing by its absence. */
  readonly mayRead?: readonly TrackType<unknown>[];
  readonly options: z.ZodType<Options>;
  /** Whether the options turn it on, for a checker that is off unless asked for; the report says so. Left out: always on. */
  enabled?(options: Options): boolean;
  readonly messages: MessageTable & Readonly<Record<MessageId, unknown>>;
  /** Facts it may state. Those left unstated, or lost to a crash, become unknown. */
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  check(context: CheckerContext<Options, MessageId>): void | Promise<void>;
}

/** Declares a checker. */
export function defineChecker<Options, const Messages extends MessageTable>(
  checker: Omit<CheckerDefinition<Options, keyof Messages & string>, 'messages'> & {
    readonly messages: Messages;
  },
): CheckerDefinition<Options, keyof Messages & string> {
  return checker;
}
