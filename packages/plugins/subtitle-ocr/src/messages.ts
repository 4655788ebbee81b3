import type { MessageTable } from '@shenpian/core';

/** How messages name where a line was taken from. */
export const sourceNames = {
  picture: { 'zh-CN': '画面字幕', en: 'the picture' },
  sidecar: { 'zh-CN': '字幕文件', en: 'the subtitle file' },
  embedded: { 'zh-CN': '内嵌字幕轨', en: 'the embedded subtitle track' },
} satisfies MessageTable;

/** What the checker of this plugin says. */
export const subtitleMessages = {
  noSubtitles: {
    'zh-CN':
      '第{{episode}}集画面中未识别到字幕，也没有随附字幕文件或内嵌字幕轨，台词无法核对。请补交字幕文件，或确认本集确无台词。',
    en: 'No burned-in subtitles were found in episode {{episode}}, and no subtitle file or embedded track came with it, so its dialogue could not be checked. Hand in a subtitle file, or confirm that it has no dialogue.',
  },
  sidecarDiffers: {
    'zh-CN': '{{source}}与画面字幕不一致：画面为“{{shown}}”，{{source}}为“{{written}}”。请确认以哪个为准，改正另一个。',
    en: 'The picture shows “{{shown}}”, {{source}} says “{{written}}”. Decide which is right and correct the other.',
  },
  sidecarMayDiffer: {
    'zh-CN':
      '{{source}}与画面字幕可能不一致，也可能是识别有误，请人工核对：画面识别为“{{shown}}”，{{source}}为“{{written}}”。',
    en: 'The picture was read as “{{shown}}”, {{source}} says “{{written}}”: they may differ, or the picture was misread; please look.',
  },
  unsureReading: {
    'zh-CN': '画面字幕识别把握不足（{{percent}}%），请人工核对：“{{text}}”。',
    en: 'This burned-in line was read with little certainty ({{percent}}%), please look: “{{text}}”.',
  },
  scriptDiffers: {
    'zh-CN':
      '台词与剧本不同：剧本第 {{line}} 行为“{{written}}”，{{source}}为“{{shown}}”。若是现场改词，请把剧本改成成片的说法；否则请改正字幕。',
    en: 'Line {{line}} of the script says “{{written}}”, {{source}} shows “{{shown}}”. If it was changed on set, bring the script up to date; else correct the subtitle.',
  },
  scriptMayDiffer: {
    'zh-CN':
      '台词可能与剧本不同，也可能是识别有误，请人工核对：剧本第 {{line}} 行为“{{written}}”，画面识别为“{{shown}}”。',
    en: 'Line {{line}} of the script says “{{written}}”, the picture was read as “{{shown}}”: the line may have been changed, or misread; please look.',
  },
  scriptLacksLine: {
    'zh-CN': '{{source}}中的“{{text}}”在本集剧本里没有。若是现场加词，请补进剧本；否则请核对字幕。',
    en: '“{{text}}” of {{source}} is not in the script of this episode. If it was added on set, add it to the script; else check the subtitle.',
  },
  scriptApart: {
    'zh-CN':
      '第{{episode}}集的{{source}}与剧本出入较大：{{lines}} 条字幕中有 {{unknownLines}} 条剧本里没有，剧本 {{clauses}} 个分句中有 {{unspokenClauses}} 个没有出现。请核对剧本的版本和集号，或提交与成片一致的剧本。',
    en: 'Much of episode {{episode}} is not as in the script: {{unknownLines}} of {{lines}} lines of {{source}} are not in it, and {{unspokenClauses}} of its {{clauses}} clauses are not shown. Check the version and the episode numbers of the script, or hand in one that matches the film.',
  },
  scriptTooLong: {
    'zh-CN': '第{{episode}}集有 {{lines}} 条字幕，太长，没有与剧本对照。请把视频和剧本按集拆分后再检查。',
    en: 'Episode {{episode}} has {{lines}} subtitle lines, too many to compare with the script, so they were not compared. Split video and script by episode and check again.',
  },
  tooFast: {
    'zh-CN':
      '字幕显示过快：每秒 {{speed}} 字，超过设定的 {{limit}} 字：“{{text}}”。请延长显示时间、精简文字或拆成两条。',
    en: 'Too fast to read: {{speed}} characters per second, over the set limit of {{limit}}: “{{text}}”. Show it longer, shorten it or split it.',
  },
  tooShort: {
    'zh-CN': '字幕只显示 {{seconds}} 秒，短于设定的 {{limit}} 秒：“{{text}}”。请延长显示时间，或与相邻字幕合并。',
    en: 'Shown for only {{seconds}} s, less than the set {{limit}} s: “{{text}}”. Show it longer, or join it with its neighbour.',
  },
  outsideSafeArea: {
    'zh-CN':
      '字幕超出设定的安全区（连续 {{count}} 条，最多超出画面的 {{percent}}%）：“{{text}}”。请把字幕移进安全区，以免被遮挡。',
    en: 'Outside the set safe area ({{count}} lines in a row, by up to {{percent}}% of the picture): “{{text}}”. Move the subtitles inside, or something may cover them.',
  },
  maybeUnsubtitled: {
    'zh-CN':
      '约 {{seconds}} 秒内有起伏的声音却没有字幕。程序只看响度，分不清说话、音乐和音效；请听一遍，若有台词请补上字幕。',
    en: 'For about {{seconds}} s there is sound that rises and falls, and no subtitle. Only loudness was measured, which cannot tell speech from music or effects: listen to it, and add subtitles if someone speaks.',
  },
  soundNotMeasured: {
    'zh-CN':
      '设了 missingAfterSeconds，但第{{episode}}集没有声音数据，未查漏字幕。请在配置的 options 里同时设 "sound-activity": { enabled: true } 后重新检查。',
    en: 'missingAfterSeconds is set, but the sound of episode {{episode}} was not measured, so missing subtitles were not looked for. Set "sound-activity": { enabled: true } in the options of the configuration as well and check again.',
  },
} as const satisfies MessageTable;
