import { fillMessage, languages, type Localized, type MessageTable } from '@shenpian/core';
import type { PathStep } from './screening/term-hit.ts';

/** What a step from a term to what is written is called. */
const steps = {
  variant: { 'zh-CN': '另一种说法“{{from}}”', en: 'by another word, "{{from}}"' },
  noise: { 'zh-CN': '夹有“{{from}}”', en: 'with "{{from}}" between' },
  traditional: { 'zh-CN': '繁体或异体“{{from}}”', en: 'in traditional characters, "{{from}}"' },
  form: { 'zh-CN': '“{{from}}”即“{{to}}”', en: '"{{from}}" for "{{to}}"' },
  repeat: { 'zh-CN': '“{{to}}”重复为“{{from}}”', en: '"{{to}}" repeated, "{{from}}"' },
  split: { 'zh-CN': '“{{to}}”拆成“{{from}}”', en: '"{{to}}" split into "{{from}}"' },
  digit: { 'zh-CN': '数字“{{from}}”代“{{to}}”', en: 'the digit "{{from}}" for "{{to}}"' },
  homophone: { 'zh-CN': '“{{from}}”谐音“{{to}}”', en: '"{{from}}" sounds like "{{to}}"' },
  misread: { 'zh-CN': '画面上的“{{from}}”也可能是“{{to}}”', en: '"{{from}}" in the picture may be "{{to}}"' },
  lookAlike: { 'zh-CN': '“{{from}}”与“{{to}}”形近，可能误识', en: '"{{from}}" looks like "{{to}}" and may be misread' },
  doubtful: { 'zh-CN': '其中一字识别把握仅 {{from}}%', en: 'one character was read with only {{from}}% certainty' },
  distance: { 'zh-CN': '相隔 {{from}} 字', en: '{{from}} characters apart' },
  nextLine: { 'zh-CN': '跨前后两条字幕', en: 'across two subtitles' },
} satisfies MessageTable & Record<PathStep['kind'], unknown>;

const separators = { 'zh-CN': '，', en: ', ' };

/** The path of a hit in words; empty when it is written as the lexicon has it. */
export function howWritten(path: readonly PathStep[]): Localized {
  const said = path.map(({ kind, from, to }) => fillMessage(steps[kind], { from, to }));
  const [zh, en] = languages.map((language) => said.map((each) => each[language]).join(separators[language]));
  return { 'zh-CN': zh ?? '', en: en ?? '' };
}
