import type { MessageTable } from '@shenpian/core';

/** Messages of the checker `contact-baits`. */
export const messages = {
  qrCode: {
    'zh-CN': '画面出现可识别的二维码，内容为“{{content}}”。请核对是否为引流；剧情道具可标注后忽略。',
    en: 'A readable QR code is on screen; it says "{{content}}". See whether it leads viewers elsewhere; a prop of the story can be dismissed.',
  },
  contactAsked: {
    'zh-CN': '{{where}}出现引导联系的{{kind}}：“{{matched}}”（原文：“{{text}}”）。平台通常不允许引流，请核对。',
    en: '{{where}} asks viewers to get in touch by {{kind}}: "{{matched}}" (in "{{text}}"). Platforms mostly do not allow it; have a look.',
  },
  contactShown: {
    'zh-CN': '{{where}}出现{{kind}}：“{{matched}}”（原文：“{{text}}”）。可能是店招或剧情道具，请确认是否为真实号码。',
    en: '{{where}} has a {{kind}}: "{{matched}}" (in "{{text}}"). It may be a shop sign or a prop; make sure that it is nobody\'s real number.',
  },
  standingText: {
    'zh-CN': '文字“{{text}}”在本集画面同一位置停留约 {{percent}}% 的时长，像是水印或台标，请确认是否为本剧应有的标识。',
    en: 'The text "{{text}}" stands at one place for about {{percent}} % of this episode, as a watermark does. Make sure that it belongs to this series.',
  },
  standingMark: {
    'zh-CN':
      '画面{{corner}}有固定不动的图形（{{shots}} 个可比镜头中的 {{percent}}%），像是台标或水印，请确认是否为本剧应有的标识。',
    en: 'Something stands still {{corner}} in {{percent}} % of {{shots}} shots, as a logo or watermark does. Make sure that it belongs to this series.',
  },
} satisfies MessageTable;
/** See {@link messages}. */
export type MessageId = keyof typeof messages;
