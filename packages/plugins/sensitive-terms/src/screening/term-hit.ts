import type { Level, Localized, Standard } from '@shenpian/core';

/** Why a hit counts less than its term says. The first three lower the level by one step, the others to `info`. */
export type LoweringReason =
  /** The term is part of a longer word. */
  | 'insideWord'
  /** Only ordinary punctuation joins its parts, so they may belong to two clauses. */
  | 'acrossPunctuation'
  /** The context model takes the line for everyday talk. */
  | 'neutralContext'
  /** It only sounds like the term. */
  | 'homophone'
  /** It is the term only if the picture was misread. */
  | 'misread'
  /** What stands for a character of the term is a word of its own. */
  | 'ordinaryWord';

/** A step from the term to what is written. */
export interface PathStep {
  readonly kind:
    | 'variant'
    | 'noise'
    | 'traditional'
    | 'form'
    | 'repeat'
    | 'split'
    | 'digit'
    | 'homophone'
    | 'misread'
    | 'lookAlike'
    | 'doubtful'
    | 'distance'
    | 'nextLine';
  /** What is written: the signs between, 贝者, 1; for `distance` the number of characters between the words. */
  readonly from: string;
  /** What it stands for; empty when `kind` says all. */
  readonly to: string;
}

/** A term found in a text. */
export interface TermHit {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units of the line as written, like `length`. */
  readonly column: number;
  /** Of a hit that goes on in the next line, the part in this one. */
  readonly length: number;
  /** Length of the part that stands at the start of the next line; 0 when there is none. */
  readonly lengthInNextLine: number;
  /** The line as written; of a long one, the stretch around the match. With the next line when the hit goes on there. */
  readonly context: string;
  /** 1-based column of the match in `context`. */
  readonly contextColumn: number;
  /** The words as written, disguise and all. */
  readonly matched: string;
  /** The term of the lexicon. */
  readonly term: string;
  /** The variant of the term that was written; null for the term itself. */
  readonly variant: string | null;
  /** What the match folds to: the term or variant without its disguise. */
  readonly folded: string;
  /** Whether it is written in another form than the lexicon's: noise between, traditional characters, other widths. */
  readonly disguised: boolean;
  /** How what is written leads to the term; empty when it is written as the lexicon has it. */
  readonly path: readonly PathStep[];
  /** 0–1: of the least sure character that was read from a picture; 1 when the text is certain. */
  readonly confidence: number;
  readonly category: { readonly id: string; readonly title: Localized };
  /** After lowering. */
  readonly level: Level;
  readonly lowered: readonly LoweringReason[];
  readonly standards: readonly Standard[];
}
