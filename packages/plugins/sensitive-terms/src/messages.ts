import type { MessageTable } from '@shenpian/core';

const found = {
  'zh-CN': '出现敏感词“{{term}}”（{{category}}）：“{{context}}”',
  en: 'Sensitive term "{{term}}" ({{category}}) in: "{{context}}"',
};

const foundHow = {
  'zh-CN': '出现敏感词“{{term}}”，{{how}}（{{category}}）：“{{context}}”',
  en: 'Sensitive term "{{term}}", {{how}} ({{category}}), in: "{{context}}"',
};

/** What the checker says; the text after the colon is the line in which the term stands. */
export const messages = {
  termFound: found,
  termDisguised: {
    'zh-CN': '出现变形的敏感词：“{{written}}”即“{{term}}”，{{how}}（{{category}}）：“{{context}}”',
    en: 'Disguised sensitive term: "{{written}}" stands for "{{term}}", {{how}} ({{category}}), in: "{{context}}"',
  },
  termMaybeDisguised: {
    'zh-CN': '“{{written}}”可能是“{{term}}”的变形，{{how}}；也可能只是普通词语，请复核（{{category}}）：“{{context}}”',
    en: '"{{written}}" may stand for "{{term}}", {{how}}, or be an ordinary word; please check ({{category}}), in: "{{context}}"',
  },
  termHomophone: {
    'zh-CN': '“{{written}}”与敏感词“{{term}}”谐音（{{how}}），请复核（{{category}}）：“{{context}}”',
    en: '"{{written}}" sounds like the sensitive term "{{term}}" ({{how}}); please check ({{category}}), in: "{{context}}"',
  },
  termMisread: {
    'zh-CN': '画面文字“{{written}}”可能是敏感词“{{term}}”（{{how}}），请复核（{{category}}）：“{{context}}”',
    en: '"{{written}}" on screen may be the sensitive term "{{term}}" ({{how}}); please check ({{category}}), in: "{{context}}"',
  },
  termDoubtful: foundHow,
  termAcrossLines: foundHow,
  termsTogether: {
    'zh-CN': '敏感词“{{term}}”同时出现，{{how}}（{{category}}）：“{{context}}”',
    en: 'The words "{{term}}" stand together, {{how}} ({{category}}), in: "{{context}}"',
  },
  termVariant: {
    'zh-CN': '出现敏感词“{{term}}”的另一种说法“{{written}}”（{{category}}）：“{{context}}”',
    en: '"{{written}}", another word for the sensitive term "{{term}}" ({{category}}), in: "{{context}}"',
  },
  termInsideWord: {
    'zh-CN': '“{{written}}”出现在更长的词语中，可能是误报，已降一级（{{category}}）：“{{context}}”',
    en: '"{{written}}" is part of a longer word, perhaps a false alarm, lowered one level ({{category}}), in: "{{context}}"',
  },
  termAcrossPunctuation: {
    'zh-CN': '“{{term}}”的字被标点隔开（“{{written}}”），可能分属两句，已降一级（{{category}}）：“{{context}}”',
    en: 'Punctuation splits "{{term}}" ("{{written}}"), which may belong to two clauses, lowered one level ({{category}}), in: "{{context}}"',
  },
  termNeutralContext: {
    'zh-CN': '出现敏感词“{{term}}”，但上下文像日常用语，已降一级（{{category}}）：“{{context}}”',
    en: 'Sensitive term "{{term}}", but the line reads like everyday talk, lowered one level ({{category}}), in: "{{context}}"',
  },
  titleTerm: {
    'zh-CN': '片名“{{context}}”含有“{{written}}”，管理提示要求片名不得如此，请改名',
    en: 'The title "{{context}}" has "{{written}}", which the rules on titles advise against; choose another',
  },
} satisfies MessageTable;

/** Ids of {@link messages}. */
export type MessageId = keyof typeof messages;
