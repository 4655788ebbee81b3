import { z } from 'zod';

/** What a contact bait is. */
export const contactKinds = ['phone', 'wechat', 'qq', 'url', 'group', 'account'] as const;
/** See {@link contactKinds}. */
export type ContactKind = (typeof contactKinds)[number];

/** A regular expression of JavaScript over folded text. */
const expression = z.string().refine(
  (source) => {
    try {
      return new RegExp(source, 'u').source !== '';
    } catch {
      return false;
    }
  },
  { error: 'is no regular expression' },
);

/**
 * A kind of contact as data.
 *
 * - `pattern`: over folded text (lower case, half width, simplified, Chinese digits in long rows as 0–9). The group `id`, when it
 *   has one, is what makes two mentions the same.
 * - `unless`: not a contact when this ends right before the match, such as 订单号.
 * - `asks`: whether the words themselves ask people to get in touch. A bare number does not: it may be a shop sign or a prop.
 * - `match`, `noMatch`: texts in which it is and is not found; a test runs them.
 */
export const contactPatternSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(contactKinds),
  pattern: expression,
  unless: expression.optional(),
  asks: z.boolean(),
  match: z.array(z.string()).min(1),
  noMatch: z.array(z.string()).default([]),
});
/** See {@link contactPatternSchema}. */
export type ContactPattern = z.infer<typeof contactPatternSchema>;

/** The file of patterns: what is looked for, words that ask people to get in touch, and standing texts that are no watermark. */
export const contactPatternsSchema = z.strictObject({
  patterns: z.array(contactPatternSchema),
  asking: z.array(z.string()),
  standing: z.array(z.strictObject({ pattern: expression, match: z.array(z.string()), noMatch: z.array(z.string()) })),
});
/** See {@link contactPatternsSchema}. */
export type ContactPatterns = z.infer<typeof contactPatternsSchema>;
