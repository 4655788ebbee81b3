import type { MessageTable } from '@shenpian/core';

/** Messages of the checker `visual-safety`. */
export const messages = {
  explicit: {
    'zh-CN': '画面需要人工看一眼：小型网络判断可能有裸露（{{percent}}%）。误报常见，以人工判断为准。',
    en: 'A person should look at this picture: a small network takes it for nudity ({{percent}} %). It is often wrong; the person decides.',
  },
  suggestive: {
    'zh-CN': '画面需要人工看一眼：小型网络判断可能较为暴露（{{percent}}%）。误报常见，以人工判断为准。',
    en: 'A person should look at this picture: a small network takes it for suggestive ({{percent}} %). It is often wrong; the person decides.',
  },
} satisfies MessageTable;
