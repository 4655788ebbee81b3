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
  titleStory: {
    'zh-CN': '片名“{{title}}”像一句口语或一段剧情，管理提示要求片名不过度冗长、口语化，请复核',
    en: 'The title "{{title}}" reads like spoken words or a plot; the rules on titles ask for names that are neither wordy nor colloquial, please check',
  },
  titleMeaningless: {
    'zh-CN': '片名“{{title}}”意义不明，请改名',
    en: 'The title "{{title}}" says nothing; choose another',
  },
  titleParody: {
    'zh-CN': '片名中的“{{written}}”与《{{classic}}》谐音，管理提示要求不滥用仿拟、谐音，请复核',
    en: '"{{written}}" in the title plays on the name of 《{{classic}}》; the rules on titles advise against parody, please check',
  },
  titleExaggeration: {
    'zh-CN': '片名中的“{{written}}”是夸张数字，管理提示要求不滥用夸张，请复核',
    en: '"{{written}}" in the title is a wild number; the rules on titles advise against exaggeration, please check',
  },
  titleRemix: {
    'zh-CN': '片名把经典“{{classic}}”与“{{written}}”拼在一起，可能属于“魔改”，请复核',
    en: 'The title joins the classic "{{classic}}" with "{{written}}", which may be a "magic edit" 魔改; please check',
  },
  titleChild: {
    'zh-CN': '片名让儿童（“{{child}}”）担任成人角色（“{{written}}”），管理提示严禁儿童成人化，请复核',
    en: 'The title gives a child ("{{child}}") an adult role ("{{written}}"), which the rules on children forbid; please check',
  },
  titleLong: {
    'zh-CN': '片名“{{title}}”有 {{length}} 个字，超过您设置的 {{max}} 个；管理提示没有公布字数上限',
    en: 'The title "{{title}}" has {{length}} characters, more than the {{max}} you set; no limit has been published',
  },
} satisfies MessageTable;

/** Ids of {@link messages}. */
export type MessageId = keyof typeof messages;
