import { fillMessage, type Localized, type MessageData, type MessageTable } from '@shenpian/core';

const profileMessages = {
  unreadable: {
    'zh-CN': '技术规格文件 {{file}} 无法读取（{{detail}}）。请检查路径、权限和编码（UTF-8 或 GB18030）。',
    en: 'The profile {{file}} cannot be read ({{detail}}). Check its path, permissions and encoding (UTF-8 or GB18030).',
  },
  invalid: {
    'zh-CN': '技术规格文件 {{file}} 格式有误：{{detail}}。请对照 README 的“规格文件”修改。',
    en: 'The profile {{file}} is not valid: {{detail}}. See "Profiles" in the README.',
  },
} satisfies MessageTable;

/** A profile that cannot be used; the message names the file and the remedy. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
  readonly code: keyof typeof profileMessages;
  readonly localized: Localized;

  constructor(code: keyof typeof profileMessages, data: MessageData, options?: ErrorOptions) {
    const localized = fillMessage(profileMessages[code], data);
    super(localized.en, options);
    this.code = code;
    this.localized = localized;
  }
}
