/** What the checker of this plugin says. */
export const subtitleMessages = {
  noSubtitles: {
    'zh-CN':
      '第{{episode}}集画面中未识别到字幕，也没有随附字幕文件，台词无法核对。请补交字幕文件，或确认本集确无台词。',
    en: 'No burned-in subtitles were found in episode {{episode}} and no subtitle file came with it, so its dialogue could not be checked. Hand in a subtitle file, or confirm that it has no dialogue.',
  },
  sidecarDiffers: {
    'zh-CN': '字幕文件与画面字幕不一致：画面为“{{shown}}”，文件为“{{written}}”。',
    en: 'The subtitle file differs from the picture: the picture shows “{{shown}}”, the file says “{{written}}”.',
  },
  sidecarMayDiffer: {
    'zh-CN': '字幕文件与画面字幕可能不一致，也可能是识别有误，请人工核对：画面识别为“{{shown}}”，文件为“{{written}}”。',
    en: 'The subtitle file may differ from the picture, or the picture was misread; please look: it was read as “{{shown}}”, the file says “{{written}}”.',
  },
  unsureReading: {
    'zh-CN': '画面字幕识别把握不足（{{percent}}%），请人工核对：“{{text}}”。',
    en: 'This burned-in line was read with little certainty ({{percent}}%), please look: “{{text}}”.',
  },
} as const;
