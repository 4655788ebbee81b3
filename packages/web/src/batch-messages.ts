import type { MessageTable } from '@shenpian/core';

/** Every word of the index of a batch. */
export const batchMessages = {
  heading: { 'zh-CN': '批量预审总表', en: 'Batch pre-check' },
  note: {
    'zh-CN': '需要处理的排在前面。“未能完成”不代表通过，再次运行会重试。',
    en: 'Those that need someone come first. "Not completed" is not a pass; the next run tries again.',
  },
  submission: { 'zh-CN': '送审', en: 'Submission' },
  state: { 'zh-CN': '状态', en: 'State' },
  size: { 'zh-CN': '集数 · 时长', en: 'Episodes · length' },
  violations: { 'zh-CN': '违规', en: 'Violations' },
  warnings: { 'zh-CN': '提醒', en: 'Warnings' },
  verdicts: { 'zh-CN': '判定', en: 'Verdicts' },
  finished: { 'zh-CN': '已完成', en: 'Done' },
  unreadable: { 'zh-CN': '素材有问题', en: 'Input has problems' },
  incomplete: { 'zh-CN': '未能完成', en: 'Not completed' },
  claimed: { 'zh-CN': '（申报）', en: ' (claimed)' },
  details: { 'zh-CN': '详情', en: 'Details' },
} satisfies MessageTable;

/** Ids of {@link batchMessages}. */
export type BatchMessageId = keyof typeof batchMessages;
