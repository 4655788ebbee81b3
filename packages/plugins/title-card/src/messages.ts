import type { MessageTable } from '@shenpian/core';

/** What the checker says, in both languages. */
export const messages = {
  numberMissing: {
    'zh-CN':
      '第 {{episode}} 集片头没有读到许可证号、备案号或节目编号。请在片头明显位置标注；如已标注（如艺术字、竖排），请人工核对画面。',
    en: 'No licence, filing or programme number was read in the opening of episode {{episode}}. Show it clearly there; if it is there (lettering, upright), have a person look.',
  },
  numberElsewhere: {
    'zh-CN': '第 {{episode}} 集片头没有编号，{{time}} 秒处才出现疑似编号 “{{text}}”。编号应标注在片头。',
    en: 'Episode {{episode}} has no number in its opening; what looks like one ("{{text}}") comes only at {{time}} s. It belongs in the opening.',
  },
  numberDoubtful: {
    'zh-CN': '第 {{episode}} 集片头的编号读作 “{{text}}”，有字没有看清（{{doubts}}），未作判断。请人工核对画面。',
    en: 'The number in the opening of episode {{episode}} was read as "{{text}}", not all of it surely ({{doubts}}); nothing was decided. Compare it with the picture.',
  },
  numberUpright: {
    'zh-CN': '第 {{episode}} 集片头有竖排文字，无法识别，编号可能在其中。请人工核对画面。',
    en: 'The opening of episode {{episode}} has upright writing, which cannot be read; the number may be in it. Look at the picture.',
  },
  numberDiffers: {
    'zh-CN': '第 {{episode}} 集片头的编号是 “{{shown}}”，与 drama.yaml 的 “{{written}}” 不一致。',
    en: 'The opening of episode {{episode}} shows "{{shown}}", which is not the number in drama.yaml ("{{written}}").',
  },
  numberMayDiffer: {
    'zh-CN':
      '第 {{episode}} 集片头的编号读作 “{{shown}}”，drama.yaml 是 “{{written}}”，可能只是识别有误，未作判断。请人工核对画面。',
    en: 'The number in the opening of episode {{episode}} was read as "{{shown}}" and is "{{written}}" in drama.yaml; it may be a misreading, so nothing was decided. Compare it with the picture.',
  },
  numberVaries: {
    'zh-CN': '第 {{episode}} 集片头的编号是 “{{shown}}”，其他集是 “{{others}}”。全剧各集的编号应一致。',
    en: 'The opening of episode {{episode}} shows "{{shown}}", other episodes show "{{others}}". All episodes should show one number.',
  },
  numberBrief: {
    'zh-CN': '第 {{episode}} 集片头的编号只出现约 {{seconds}} 秒，短于设定的 {{least}} 秒。',
    en: 'The number in the opening of episode {{episode}} shows for about {{seconds}} s, less than the {{least}} s that were set.',
  },
  formatUnknown: {
    'zh-CN': '编号 “{{number}}” 不是已知的格式（如 {{example}}）。请核对总局或属地省份简称、“审／备”字和括号。',
    en: 'The number "{{number}}" has no known form (such as {{example}}). Check the issuer, the word 审 or 备, and the brackets.',
  },
  formatUnverified: {
    'zh-CN':
      '编号 “{{number}}” 沿用旧格式。2026-09-01 以后的许可证号、批准文件编号和节目编号格式，编制本表时未见公布，未作判断。',
    en: 'The number "{{number}}" has a former form. No source was found for the forms of numbers since 2026-09-01, so nothing was decided.',
  },
  manifestNumberUnreadable: {
    'zh-CN': 'drama.yaml 的 filing.number “{{number}}” 不是完整的编号，无法与画面核对。请写全，如 {{example}}。',
    en: 'filing.number "{{number}}" in drama.yaml is no whole number and cannot be compared with the picture. Write all of it, such as {{example}}.',
  },
  titleMissing: {
    'zh-CN': '第 {{episode}} 集片头没有读到剧名 “{{title}}”。请在片头明显位置标注剧名。',
    en: 'The title "{{title}}" was not read in the opening of episode {{episode}}. Show it clearly there.',
  },
  titleUnread: {
    'zh-CN':
      '第 {{episode}} 集片头没有读到剧名 “{{title}}”，但有其他文字（“{{text}}” 等），剧名可能是艺术字。请人工核对画面。',
    en: 'The title "{{title}}" was not read in the opening of episode {{episode}}, but other writing was ("{{text}}"); it may be lettering. Look at the picture.',
  },
  titleDoubtful: {
    'zh-CN': '第 {{episode}} 集片头的剧名读作 “{{text}}”，drama.yaml 是 “{{title}}”。请人工核对画面。',
    en: 'The title in the opening of episode {{episode}} was read as "{{text}}" and is "{{title}}" in drama.yaml. Compare it with the picture.',
  },
  titleDiffers: {
    'zh-CN': '第 {{episode}} 集片头的剧名是《{{text}}》，与 drama.yaml 的《{{title}}》不一致。',
    en: 'The opening of episode {{episode}} shows the title 《{{text}}》, which is not the one in drama.yaml (《{{title}}》).',
  },
  fileNameDiffers: {
    'zh-CN': '文件名 “{{file}}” 里的剧名是 “{{given}}”，与 drama.yaml 的 “{{title}}” 不一致。',
    en: 'The file name "{{file}}" gives the title "{{given}}", which is not the one in drama.yaml ("{{title}}").',
  },
  creditsMissing: {
    'zh-CN': '首集片头和末集片尾没有读到{{roles}}署名。请在首集片头或末集片尾标注编剧、导演。',
    en: 'No credit for {{roles}} was read in the opening of the first or at the end of the last episode. Name 编剧 and 导演 in one of them.',
  },
  creditsDoubtful: {
    'zh-CN': '{{roles}}署名没有看清（“{{text}}”）。请人工核对画面。',
    en: 'The credit for {{roles}} was not read surely ("{{text}}"). Look at the picture.',
  },
} satisfies MessageTable;
