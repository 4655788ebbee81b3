import { z } from 'zod';
import { wordsSchema } from './words.ts';

/**
 * A node of a clause's condition as the YAML has it. Exactly one of the keys is set, which is checked when the pack is
 * compiled; `says` words an `is` leaf for people, `look` names facts beside `judge`.
 */
export interface RawTree {
  readonly all?: readonly RawTree[] | undefined;
  readonly any?: readonly RawTree[] | undefined;
  readonly not?: RawTree | undefined;
  readonly atLeast?: { readonly count: number; readonly of: readonly RawTree[] } | undefined;
  /** CEL over fact ids and parameters, hyphens written as underscores: `local_scene_ratio >= local_scene_share`. */
  readonly is?: string | undefined;
  /** An evidence type of the clause's `needs`. */
  readonly evidence?: string | undefined;
  /** A question that a person must answer. */
  readonly judge?: z.infer<typeof wordsSchema> | undefined;
  /** Facts that the person who answers `judge` needs to see. */
  readonly look?: readonly string[] | undefined;
  readonly says?: z.infer<typeof wordsSchema> | undefined;
}

/** Keys of which a node has exactly one. */
export const nodeKeys = ['all', 'any', 'not', 'atLeast', 'is', 'evidence', 'judge'] as const;

/** See {@link RawTree}. */
export const treeSchema: z.ZodType<RawTree> = z.lazy(() =>
  z.strictObject({
    all: z.array(treeSchema).min(1).optional(),
    any: z.array(treeSchema).min(1).optional(),
    not: treeSchema.optional(),
    atLeast: z.strictObject({ count: z.number().int().min(1), of: z.array(treeSchema).min(1) }).optional(),
    is: z.string().min(1).optional(),
    evidence: z.string().min(1).optional(),
    judge: wordsSchema.optional(),
    look: z.array(z.string().min(1)).min(1).optional(),
    says: wordsSchema.optional(),
  }),
);

/** A condition tree with compiled leaves. */
export type Tree<Leaf> =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Tree<Leaf>[] }
  | { readonly kind: 'atLeast'; readonly count: number; readonly of: readonly Tree<Leaf>[] }
  | { readonly kind: 'not'; readonly of: readonly [Tree<Leaf>] }
  | { readonly kind: 'leaf'; readonly leaf: Leaf };
