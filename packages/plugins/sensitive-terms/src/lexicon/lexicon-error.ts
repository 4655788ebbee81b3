import { fillMessage, type Localized, type MessageData, type MessageTable } from '@shenpian/core';

const lexiconMessages = {
  unreadable: {
    'zh-CN': '词表 {{lexicon}} 无法读取（{{detail}}）。请检查路径、权限和编码（UTF-8 或 GB18030）。',
    en: 'The lexicon {{lexicon}} cannot be read ({{detail}}). Check its path, permissions and encoding (UTF-8 or GB18030).',
  },
  invalid: {
    'zh-CN': '词表 {{lexicon}} 格式有误：{{detail}}。请对照 README 的“词表格式”修改。',
    en: 'The lexicon {{lexicon}} is not valid: {{detail}}. See "Lexicon format" in the README.',
  },
  neverMatches: {
    'zh-CN': '词表 {{lexicon}} 的词 “{{term}}” 只有标点或过长，永远不会命中。请改写或删除。',
    en: 'The term "{{term}}" of lexicon {{lexicon}} is only punctuation or too long and can never match. Rewrite or remove it.',
  },
  missesExample: {
    'zh-CN':
      '词表 {{lexicon}} 的词 “{{term}}” 没有在它的正例 “{{example}}” 中命中。请修改例句，或检查 allow 是否过宽。',
    en: 'The term "{{term}}" of lexicon {{lexicon}} is not found in its example "{{example}}". Correct the example, or narrow "allow".',
  },
  flagsExample: {
    'zh-CN':
      '词表 {{lexicon}} 的词 “{{term}}” 误报了它的反例 “{{example}}”。请在 allow 中加入该说法，或改用更具体的词。',
    en: 'The term "{{term}}" of lexicon {{lexicon}} is found in "{{example}}", where it must not be. Add that phrase to "allow", or choose a narrower term.',
  },
  alwaysAllowed: {
    'zh-CN':
      '词表 {{lexicon}} 的词 “{{term}}” 本身就在 allow 之内，永远不会命中。请把 allow 中的说法写得更长，或删除该词。',
    en: 'The term "{{term}}" of lexicon {{lexicon}} lies within its own "allow" and can never match. Make the phrase in "allow" longer, or remove the term.',
  },
} satisfies MessageTable;

/** What can be wrong with a lexicon. */
export type LexiconErrorCode = keyof typeof lexiconMessages;

/** A lexicon that cannot be used; the message names the lexicon, the term and the remedy. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError';
  readonly code: LexiconErrorCode;
  readonly localized: Localized;

  constructor(code: LexiconErrorCode, data: MessageData, options?: ErrorOptions) {
    const localized = fillMessage(lexiconMessages[code], data);
    super(localized.en, options);
    this.code = code;
    this.localized = localized;
  }
}
