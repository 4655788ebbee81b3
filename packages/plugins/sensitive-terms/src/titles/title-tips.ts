import type { Standard } from '@shenpian/core';

const titleTip = (article: string): Standard => ({ document: '片名管理提示（2024-12-21）', article });

/** The published tips 管理提示 that the title rules cite. */
export const titleTips = {
  wordy: titleTip('（三）不使用过度冗长、口语化、意义不明的片名'),
  parody: titleTip('（四）不滥用仿拟、谐音、夸张等手法进行恶搞'),
  remix: { document: '“AI魔改”管理提示（2024-12）', article: '如把《甄嬛传》改为枪战片' },
  classics: { document: 'AI魔改专项治理（2026-01-01起）', article: '四大名著、历史、革命、英模题材' },
  children: {
    document: '儿童类微短剧管理提示（2026-01-08）',
    article: '不得成人化、工具化、娱乐化；严禁“霸道总裁”、校园霸凌、挑动对立',
  },
} satisfies Record<string, Standard>;
