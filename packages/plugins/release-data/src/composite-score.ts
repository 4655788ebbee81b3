import { unknownFact, type Fact } from '@shenpian/core';
import { scoreParts, type ReleaseDataOptions, type ScorePart } from './options.ts';

/** A value that lies in `[low, high]`. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * The composite score, 0–1: the weighted sum of the parts, each as its share of `full`, never more than 1.
 *
 * @param values null for a part that is not known
 */
export function compositeScore(
  composite: ReleaseDataOptions['composite'],
  values: Readonly<Record<ScorePart, Range | null>>,
): Fact {
  if (composite === undefined) {
    return unknownFact(
      {
        'zh-CN': '政策没有给出综合评定的权重和换算办法',
        en: 'the policy gives no weights for the composite evaluation',
      },
      {
        'zh-CN': '由评审方给出权重，写进配置的 options.release-data.composite',
        en: 'have the office that evaluates give the weights, and set options.release-data.composite',
      },
    );
  }
  let [low, high] = [0, 0];
  for (const part of scoreParts) {
    const given = composite[part];
    if (given === undefined) continue;
    const value = values[part];
    if (value === null) {
      return unknownFact(
        { 'zh-CN': `综合得分要用的“${part}”未知`, en: `"${part}", a part of the composite score, is unknown` },
        { 'zh-CN': '补交该项数据', en: 'hand in the data that it is taken from' },
      );
    }
    low += given.weight * Math.min(1, value.low / given.full);
    high += given.weight * Math.min(1, value.high / given.full);
  }
  return { low, high: Math.min(1, high), coverage: 1 };
}
