import { unknownFact, type Fact } from '@shenpian/core';

/** A series of which no episode could be read. */
export const noEpisodes = unknownFact(
  { 'zh-CN': '没有可读的剧集', en: 'no episode could be read' },
  { 'zh-CN': '提供可解码的视频', en: 'videos that can be decoded' },
);

/** All answers true: true; one false: false; else the fact that says why it is not known. */
export function inAll(answers: readonly (boolean | null)[], otherwise: Fact): Fact {
  if (answers.length === 0) return noEpisodes;
  if (answers.includes(false)) return { value: false };
  return answers.includes(null) ? otherwise : { value: true };
}
