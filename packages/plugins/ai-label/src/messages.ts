import type { MessageTable } from '@shenpian/core';

/** What the checker says, in both languages. */
export const messages = {
  labelMissing: {
    'zh-CN':
      '第 {{episode}} 集片头没有读到 AI 提示标识。AI 制作的剧集应在每集起始画面的边或角标明含“人工智能”或“AI”、且含“生成”或“合成”的文字；如已标注，请人工核对画面。',
    en: 'No AI label was read in the opening of episode {{episode}}. Each episode of an AI drama needs one at an edge or corner, with 人工智能 or AI and with 生成 or 合成; if it is there, have a person look.',
  },
  labelWords: {
    'zh-CN': '第 {{episode}} 集的标识 “{{text}}” 用字不全：须同时含“人工智能”或“AI”，以及“生成”或“合成”。',
    en: 'The label "{{text}}" of episode {{episode}} lacks words: it needs 人工智能 or AI, and 生成 or 合成.',
  },
  labelSmall: {
    'zh-CN':
      '第 {{episode}} 集的标识 “{{text}}” 字面高为画面短边的 {{percent}} %，不足 {{least}} %（按笔画上下沿量；标准未说明按字号还是按字面）。请放大。',
    en: 'The label "{{text}}" of episode {{episode}} is {{percent}} % of the shorter side high, less than {{least}} % (measured from the top to the bottom of its strokes; the standard does not say whether type or strokes count). Make it larger.',
  },
  labelMaybeSmall: {
    'zh-CN':
      '第 {{episode}} 集的标识 “{{text}}” 字高约为画面短边的 {{percent}} %，离下限 {{least}} % 太近或量不准，未作判断。请人工核对，稳妥起见请放大。',
    en: 'The label "{{text}}" of episode {{episode}} is about {{percent}} % of the shorter side high, too near to {{least}} % or too unclear to decide. Have a person look, or make it larger.',
  },
  labelBrief: {
    'zh-CN': '第 {{episode}} 集的标识 “{{text}}” 只出现 {{seconds}} 秒，不足 {{least}} 秒。请延长。',
    en: 'The label "{{text}}" of episode {{episode}} shows for {{seconds}} s, less than {{least}} s. Show it longer.',
  },
  labelMaybeBrief: {
    'zh-CN':
      '第 {{episode}} 集的标识 “{{text}}” 出现的时长在 {{seconds}} 秒左右，无法确定是否满 {{least}} 秒。请人工核对。',
    en: 'The label "{{text}}" of episode {{episode}} shows for about {{seconds}} s; whether for {{least}} s could not be decided. Have a person look.',
  },
  labelNotAtEdge: {
    'zh-CN': '第 {{episode}} 集的标识 “{{text}}” 不在画面的边或角（离最近的边 {{percent}} %）。请移到边或角。',
    en: 'The label "{{text}}" of episode {{episode}} is not at an edge or corner ({{percent}} % from the nearest edge). Move it there.',
  },
  labelMaybeNotAtEdge: {
    'zh-CN':
      '第 {{episode}} 集的标识 “{{text}}” 离最近的边 {{percent}} %，是否算“边或角”，标准没有给出数值。请人工核对。',
    en: 'The label "{{text}}" of episode {{episode}} is {{percent}} % from the nearest edge; the standard gives no number for "edge or corner". Have a person look.',
  },
  labelDoubtful: {
    'zh-CN': '第 {{episode}} 集有疑似 AI 提示标识，读作 “{{text}}”，没有看清，未作判断。请人工核对画面。',
    en: 'Episode {{episode}} shows what may be an AI label, read as "{{text}}", but not surely; nothing was decided. Look at the picture.',
  },
  labelWithoutKind: {
    'zh-CN':
      '第 {{episode}} 集有 AI 提示标识 “{{text}}”，而 drama.yaml 的 kind 是 {{kind}}。如全剧由 AI 制作请写 kind: ai，否则请核对标识。',
    en: 'Episode {{episode}} shows the AI label "{{text}}", but "kind" in drama.yaml is {{kind}}. Write kind: ai if AI made the drama, else check the label.',
  },
  metadataMissing: {
    'zh-CN':
      '{{file}} 没有 AIGC 元数据（隐式标识）。可用 shenpian ai-label write 写入；注意再次封装 MP4/MOV 时默认会丢掉它。',
    en: '{{file}} has no AIGC metadata (implicit label). "shenpian ai-label write" adds it; remuxing an MP4 or MOV drops it again by default.',
  },
  metadataInvalid: {
    'zh-CN': '{{file}} 的 AIGC 元数据不合要求：{{field}} {{problem}}。',
    en: 'The AIGC metadata of {{file}} does not conform: {{field}} {{problem}}.',
  },
  metadataNote: {
    'zh-CN': '{{file}} 的 AIGC 元数据：{{field}} {{problem}}。',
    en: 'AIGC metadata of {{file}}: {{field}} {{problem}}.',
  },
  metadataWithoutKind: {
    'zh-CN': '{{file}} 带有 AIGC 元数据，而 drama.yaml 的 kind 是 {{kind}}。请核对。',
    en: '{{file}} has AIGC metadata, but "kind" in drama.yaml is {{kind}}. Check which is right.',
  },
} satisfies MessageTable;
