import type { Level, Localized, Standard } from '@shenpian/core';

/** Why a hit counts less than its term says: each lowers the level by one step. */
export type LoweringReason =
  /** The term is part of a longer word. */
  | 'insideWord'
  /** Only ordinary punctuation joins its parts, so they may belong to two clauses. */
  | 'acrossPunctuation'
  /** The context model takes the line for everyday talk. */
  | 'neutralContext';

/** A term found in a text. */
export interface TermHit {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units of the line as written, like `length`. */
  readonly column: number;
  readonly length: number;
  /** The line as written; of a long one, the stretch around the match. */
  readonly context: string;
  /** 1-based column of the match in `context`. */
  readonly contextColumn: number;
  /** The words as written, disguise and all. */
  readonly matched: string;
  /** The term of the lexicon. */
  readonly term: string;
  /** The variant of the term that was written; null for the term itself. */
  readonly variant: string | null;
  /** Whether it is written in another form than the lexicon's: noise between, traditional characters, other widths. */
  readonly disguised: boolean;
  readonly category: { readonly id: string; readonly title: Localized };
  /** After lowering. */
  readonly level: Level;
  readonly lowered: readonly LoweringReason[];
  readonly standards: readonly Standard[];
}
