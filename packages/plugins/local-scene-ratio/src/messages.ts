/** What the checker says. Ratio and seconds rest on the producer's table of locations, and the messages say so. */
export const messages = {
  unknownLocation: {
    'zh-CN':
      '第{{scene}}场“{{place}}”没有对应的取景地，{{seconds}}秒按未知计。请在 drama.yaml 的 locations 中补充：{name: {{place}}, district: 所在区县或乡镇, scenes: [{{scene}}]}。',
    en: 'Scene {{scene}} "{{place}}" has no location, so {{seconds}} s count as unknown. Add to locations in drama.yaml: {name: {{place}}, district: <district or township>, scenes: [{{scene}}]}.',
  },
  unknownDistrict: {
    'zh-CN':
      '第{{scene}}场在“{{location}}”取景，但申报的所在地（{{district}}）不足以认定是否在{{zone}}内，{{seconds}}秒按未知计。请在 drama.yaml 中把该取景地的 district 写明到区县或乡镇。',
    en: 'Scene {{scene}} was shot at "{{location}}", but the stated district ({{district}}) does not tell whether that is inside {{zone}}, so {{seconds}} s count as unknown. Give the district or township of this location in drama.yaml.',
  },
  unknownScene: {
    'zh-CN': '这段{{seconds}}秒的画面无法对应到剧本场次（前：{{before}}，后：{{after}}），取景地按未知计，需人工确认。',
    en: 'These {{seconds}} s cannot be matched to a scene of the script (before: {{before}}, after: {{after}}); their location counts as unknown until someone confirms it.',
  },
  sceneNotAligned: {
    'zh-CN':
      '第{{episode}}集的字幕与剧本台词对不上：{{cues}}条字幕中只有{{aligned}}条能在剧本里找到，全集取景地按未知计。请核对剧本的版本、集号和字幕。',
    en: 'The subtitles of episode {{episode}} do not match the script: only {{aligned}} of {{cues}} cues were found, so the whole episode counts as unknown. Check the version and episode numbers of the script, and the subtitles.',
  },
  noCues: {
    'zh-CN':
      '第{{episode}}集没有字幕可与剧本对照，全集取景地按未知计。请提供该集的字幕文件（drama.yaml 的 subtitles），或核对画面上的字幕能否读出。',
    en: 'Episode {{episode}} has no subtitles to compare with the script, so the whole episode counts as unknown. Hand in a subtitle file (subtitles in drama.yaml), or check whether the burned-in ones can be read.',
  },
  nonLocalScene: {
    'zh-CN':
      '按制作方申报的取景地表，第{{scene}}场在“{{location}}”（{{district}}）取景，不在{{zone}}内，本集共{{seconds}}秒。',
    en: 'According to the producer\'s table of locations, scene {{scene}} was shot at "{{location}}" ({{district}}), outside {{zone}}: {{seconds}} s of this episode.',
  },
  locationWithoutPhotos: {
    'zh-CN':
      '取景地“{{location}}”按申报计入{{zone}}内取景{{seconds}}秒，但没有附实景照片，目前只有制作方的申报为据。请在 drama.yaml 中用 photos 附上现场照片。',
    en: 'Location "{{location}}" counts for {{seconds}} s inside {{zone}} on the producer\'s word alone. Attach photographs of the place with photos in drama.yaml.',
  },
  estimate: {
    'zh-CN':
      '按取景地表、画面文字、坐标、实景照片和人工认定综合估计，区内取景占比为 {{low}}–{{high}}（95 % 区间，均值 {{mean}}），不低于 {{threshold}} 的可能性为 {{probability}}。只按人工认定计，占比必在 {{certifiedLow}}–{{certifiedHigh}} 之内（已认定 {{answers}} 组镜头，认定人：{{people}}）。取景地表的可信度：区内取景写成区内 {{right}}，区外取景也写成区内 {{wrong}}。影响最大的取景地（百分点）：{{moved}}。{{verdict}}',
    en: "From the table of locations, texts in the picture, coordinates, photos and people's answers, the share shot inside the zone is estimated at {{low}}–{{high}} (95 % interval, mean {{mean}}); the chance of {{threshold}} or more is {{probability}}. By people's answers alone it lies within {{certifiedLow}}–{{certifiedHigh}} ({{answers}} groups of shots answered, by: {{people}}). Reliability of the table: local places called local {{right}}, other places called local {{wrong}}. Places that moved it most (points): {{moved}}. {{verdict}}",
  },
  episodeEstimate: {
    'zh-CN':
      '第{{episode}}集的区内取景占比估计为 {{low}}–{{high}}（95 % 区间）；只按人工认定计，必在 {{certifiedLow}}–{{certifiedHigh}} 之内。',
    en: "Episode {{episode}}: the share shot inside the zone is estimated at {{low}}–{{high}} (95 % interval); by people's answers alone it lies within {{certifiedLow}}–{{certifiedHigh}}.",
  },
  reached: { 'zh-CN': '结论：达到要求。', en: 'Conclusion: the threshold is reached.' },
  missed: { 'zh-CN': '结论：未达到要求。', en: 'Conclusion: the threshold is not reached.' },
  undecided: {
    'zh-CN': '尚不能定，运行 shenpian label 逐题认定；最先要看的镜头：',
    en: 'Not decided yet; answer with shenpian label. Shots to look at first:',
  },
  nothingLeft: {
    'zh-CN': '全部镜头组都已认定，仍不能定：有答“不清楚”的，或有未能读取的部分，须补充证据。',
    en: 'Every group of shots is answered and it is still not decided: some answers are "unclear", or parts could not be read. More evidence is needed.',
  },
  mixedLeft: {
    'zh-CN': '全部镜头组都已认定，仍不能定；下列镜头组可能不是同一处地方，撤销后答“混合”（m）可逐个镜头认定：',
    en: 'Every group of shots is answered and it is still not decided. These groups may show several places; take the answer back and answer "mixed" (m) to be asked shot by shot:',
  },
  locationUsed: {
    'zh-CN':
      '取景地“{{location}}”：按取景地表与剧本，出现 {{time}}，镜头 {{shots}} 个，场次 {{scenes}}，见于第 {{episodes}} 集。',
    en: 'Location "{{location}}": by table and script it is seen for {{time}} in {{shots}} shots, scenes {{scenes}}, episodes {{episodes}}.',
  },
  answerContradictsTable: {
    'zh-CN':
      '取景地表称“{{scene}}”在“{{location}}”取景、属{{zone}}内，{{by}}看过画面后认定在区外，{{seconds}}秒不计入区内。请向制作机构核实取景地表。',
    en: 'The table says that "{{scene}}" was shot at "{{location}}" inside {{zone}}; {{by}} looked and answered elsewhere, so {{seconds}} s do not count. Ask the producer about the table.',
  },
  photoContradictsTable: {
    'zh-CN':
      '“{{scene}}”的镜头与取景地“{{shown}}”的照片 {{photo}} 是同一处地方，而取景地表称该场在“{{location}}”取景；两处一在{{zone}}内、一在区外。请向制作机构核实取景地表和照片。',
    en: 'Shots of "{{scene}}" show the same place as the photo {{photo}} of "{{shown}}", but the table says they were shot at "{{location}}"; one of the two is inside {{zone}} and the other is not. Ask the producer about the table and the photo.',
  },
  noShots: {
    'zh-CN': '没有可以统计的镜头。',
    en: 'There are no shots to count.',
  },
  noShotsSettle: {
    'zh-CN': '能够解码的剧集视频。',
    en: 'Episode videos that can be decoded.',
  },
  notOfTime: {
    'zh-CN': '占比按场次或剧本篇幅计算，不按时长。',
    en: 'The share is of scenes or pages, not of running time.',
  },
  notOfTimeSettle: {
    'zh-CN': '把 local-scene-ratio 的选项 denominator 设为 all-shots 或 story-shots。',
    en: 'Set the option denominator of local-scene-ratio to all-shots or story-shots.',
  },
  noScript: {
    'zh-CN': '没有分场剧本，无法知道画面属于哪一场。',
    en: 'There is no script with scenes, so nothing says which scene a picture belongs to.',
  },
  noScriptSettle: {
    'zh-CN': '带场次标题和台词的剧本（drama.yaml 的 scripts）。',
    en: 'A script with scene headings and dialogue (scripts in drama.yaml).',
  },
  noLocations: {
    'zh-CN': '没有取景地表，无法知道各场在哪里拍摄。',
    en: 'There is no table of locations, so nothing says where the scenes were shot.',
  },
  noLocationsSettle: {
    'zh-CN': '取景地表：drama.yaml 的 locations，写明每处取景地的 name、district 和 scenes。',
    en: 'A table of locations: locations in drama.yaml, with name, district and scenes of each place.',
  },
} as const;
