import { fillMessage, type Localized, type MessageData, type MessageTable } from '@shenpian/core';

const gazetteerMessages = {
  unreadable: {
    'zh-CN': '地名表 {{file}} 无法读取（{{detail}}）。请检查路径、权限和编码（UTF-8 或 GB18030）。',
    en: 'The gazetteer {{file}} cannot be read ({{detail}}). Check its path, permissions and encoding (UTF-8 or GB18030).',
  },
  invalid: {
    'zh-CN': '地名表 {{file}} 格式有误：{{detail}}。请对照 README 的“地名表格式”修改。',
    en: 'The gazetteer {{file}} is not valid: {{detail}}. See "Gazetteer format" in the README.',
  },
} satisfies MessageTable;

/** A gazetteer that cannot be used; the message names the file and the remedy. */
export class GazetteerError extends Error {
  override readonly name = 'GazetteerError';
  readonly code: keyof typeof gazetteerMessages;
  readonly localized: Localized;

  constructor(code: keyof typeof gazetteerMessages, data: MessageData, options?: ErrorOptions) {
    const localized = fillMessage(gazetteerMessages[code], data);
    super(localized.en, options);
    this.code = code;
    this.localized = localized;
  }
}
