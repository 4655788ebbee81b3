import type { MessageTable } from '@shenpian/core';

/** What the checker says, in both languages. */
export const messages = {
  tooShort: {
    'zh-CN': '字幕 “{{text}}” 只显示了 {{seconds}} 秒，观众来不及看。请延长。',
    en: 'The subtitle "{{text}}" is shown for only {{seconds}} s. Show it longer.',
  },
} satisfies MessageTable;
