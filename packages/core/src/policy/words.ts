import { z } from 'zod';

/** A text of a pack in both languages. Strict: an English comma without quotes would end the text and start another key. */
export const wordsSchema = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
