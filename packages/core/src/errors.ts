import { fillMessage, type Localized, type MessageData, type MessageTable } from './findings/message.ts';

/** What can be wrong with the things that people hand in, with the remedy. `{{path}}` is always there. */
export const problemMessages = {
  submissionMissing: {
    'zh-CN': '{{path}}：找不到该文件夹。请检查路径，或先建好文件夹、放入视频和剧本。',
    en: '{{path}}: no such folder. Check the path, or make the folder and put videos and scripts into it.',
  },
  manifestMissing: {
    'zh-CN': '{{path}}：缺少 drama.yaml。请在该文件夹运行 shenpian init 生成。',
    en: '{{path}}: there is no drama.yaml here. Make one with: shenpian init',
  },
  manifestSyntax: {
    'zh-CN': '{{path}} 第 {{line}} 行：YAML 写法有误（{{detail}}）。请改正后重试。',
    en: '{{path}} line {{line}}: not valid YAML ({{detail}}). Correct it and try again.',
  },
  manifestTooLarge: {
    'zh-CN': '{{path}}：有 {{megabytes}} MB，不像是手写的 drama.yaml。请检查文件。',
    en: '{{path}}: {{megabytes}} MB is too large for a drama.yaml. Check the file.',
  },
  manifestUnknownKey: {
    'zh-CN': '{{path}} 第 {{line}} 行：不认识的键 “{{key}}”。{{suggestion}}',
    en: '{{path}} line {{line}}: unknown key "{{key}}". {{suggestion}}',
  },
  manifestInvalid: {
    'zh-CN': '{{path}} 第 {{line}} 行：“{{key}}” 的值不对（{{detail}}）。请按 docs/reference/drama-yaml.md 修改。',
    en: '{{path}} line {{line}}: the value of "{{key}}" is not valid ({{detail}}). See docs/reference/drama-yaml.md.',
  },
  noEpisodes: {
    'zh-CN': '{{path}}：没有找到任何一集视频。请检查 drama.yaml 的 episodes（{{patterns}}）。',
    en: '{{path}}: no episode was found. Check "episodes" in drama.yaml ({{patterns}}).',
  },
  fileMissing: {
    'zh-CN': '{{path}}：文件不存在。请检查文件名和路径。',
    en: '{{path}}: no such file. Check its name and path.',
  },
  fileUnreadable: {
    'zh-CN': '{{path}}：无法读取（{{detail}}）。请检查文件权限。',
    en: '{{path}}: cannot be read ({{detail}}). Check its permissions.',
  },
  patternMatchedNothing: {
    'zh-CN': '{{path}}：没有匹配到任何文件。请检查 drama.yaml 的 {{key}}。',
    en: '{{path}}: matches no file. Check "{{key}}" in drama.yaml.',
  },
  fileOutside: {
    'zh-CN': '{{path}}：指向送审文件夹之外。请把文件放进送审文件夹，或改正符号链接。',
    en: '{{path}}: leads outside the submission folder. Put the file inside it, or correct the link.',
  },
  notAFile: {
    'zh-CN': '{{path}}：不是文件（是文件夹、管道或设备）。请改为文件的路径。',
    en: '{{path}}: not a file (a folder, pipe or device). Give the path of a file.',
  },
  fileEmpty: {
    'zh-CN': '{{path}}：文件是空的（0 字节）。请重新导出或重新拷贝。',
    en: '{{path}}: the file is empty (0 bytes). Export or copy it again.',
  },
  notVideo: {
    'zh-CN': '{{path}}：不是可识别的视频文件（{{detail}}）。请用剪辑软件重新导出为 MP4（H.264）。',
    en: '{{path}}: not a video file that can be read ({{detail}}). Export it again as MP4 (H.264).',
  },
  noPicture: {
    'zh-CN': '{{path}}：只有声音，没有画面。请检查导出设置，重新导出含画面的视频。',
    en: '{{path}}: has sound but no picture. Export it again with the video stream.',
  },
  zeroLength: {
    'zh-CN': '{{path}}：视频时长为 0 秒。请重新导出。',
    en: '{{path}}: the video is 0 seconds long. Export it again.',
  },
  tooLong: {
    'zh-CN':
      '{{path}}：单集长达 {{minutes}} 分钟，超过可检上限 {{limit}} 分钟，多半不是一集。请按集拆分，或用 --max-minutes 放宽。',
    en: '{{path}}: {{minutes}} minutes long, over the limit of {{limit}}; probably not one episode. Split it, or raise --max-minutes.',
  },
  truncated: {
    'zh-CN':
      '{{path}}：文件不完整，标称 {{declared}} 秒，只能解码出 {{decoded}} 秒。已检查可解码部分，请重新导出后再检。',
    en: '{{path}}: incomplete file: it declares {{declared}} s, only {{decoded}} s could be decoded. That part was checked; export it again.',
  },
  damaged: {
    'zh-CN':
      '{{path}}：画面有损坏，应有 {{declared}} 帧，只能解码出 {{decoded}} 帧。已检查可解码部分，请重新导出后再检。',
    en: '{{path}}: damaged: {{declared}} pictures are declared, only {{decoded}} could be decoded. Those were checked; export it again.',
  },
  decodeFailed: {
    'zh-CN': '{{path}}：无法解码（{{detail}}）。请用剪辑软件重新导出为 MP4（H.264）。',
    en: '{{path}}: cannot be decoded ({{detail}}). Export it again as MP4 (H.264).',
  },
  decodeTimeout: {
    'zh-CN': '{{path}}：解码超过 {{seconds}} 秒没有进展，已停止。请重新导出该文件。',
    en: '{{path}}: decoding made no progress for {{seconds}} s and was stopped. Export the file again.',
  },
  episodeGap: {
    'zh-CN': '{{path}}：集号不连续，缺第 {{numbers}} 集。请补齐文件，或在 drama.yaml 中写明 number。',
    en: '{{path}}: episode numbers have a gap: {{numbers}} missing. Add the files, or give "number" in drama.yaml.',
  },
  episodeTwice: {
    'zh-CN': '{{path}}：第 {{number}} 集出现两次（另一个是 {{other}}）。请改名，或在 drama.yaml 中写明 number。',
    en: '{{path}}: episode {{number}} is there twice (the other is {{other}}). Rename one, or give "number" in drama.yaml.',
  },
  sceneUnknown: {
    'zh-CN': '{{path}}：取景地 “{{location}}” 写了剧本里没有的场次 {{scene}}。请核对场次号。',
    en: '{{path}}: location "{{location}}" names scene {{scene}}, which is not in the script. Check the number.',
  },
  claimUnknown: {
    'zh-CN': '{{path}}：申报的条款 “{{claim}}” 不存在。可申报：{{known}}。',
    en: '{{path}}: the claimed clause "{{claim}}" does not exist. Known: {{known}}.',
  },
  copyFailed: {
    'zh-CN': '{{path}}：无法不重新编码地复制（{{detail}}）。请检查磁盘空间和文件，或用剪辑软件重新导出为 MP4。',
    en: '{{path}}: cannot be copied without encoding it again ({{detail}}). Check disk space and the file, or export it again as MP4.',
  },
  scriptUnreadable: {
    'zh-CN': '{{path}}：剧本无法读取（{{detail}}）。请在原来的软件里打开，另存为 .docx 或 .txt 后重试。',
    en: '{{path}}: the script cannot be read ({{detail}}). Open it in the program that made it and save it as .docx or .txt.',
  },
  scriptLocked: {
    'zh-CN': '{{path}}：剧本设了打开密码。请用 Word、WPS 或 PDF 软件去掉密码，另存后重试。',
    en: '{{path}}: the script opens with a password only. Remove the password and save it again.',
  },
  scriptOldFormat: {
    'zh-CN': '{{path}}：这是 {{format}} 格式的文件，无法读取。请用 Office 或 WPS 打开，另存为 {{target}}。',
    en: '{{path}}: files in {{format}} format cannot be read. Open it in Office or WPS and save it as {{target}}.',
  },
  scriptScanned: {
    'zh-CN':
      '{{path}}：PDF 共 {{pages}} 页，没有可读的文字（多半是扫描件或图片）。请提供由 Word、WPS 直接导出的 PDF 或 .docx；只有纸稿时，先用文字识别（OCR）软件转成 .docx 并校对。',
    en: '{{path}}: the PDF ({{pages}} pages) has no text that can be read, so it is probably a scan. Hand in the .docx, or a PDF exported from Word or WPS; from paper, run text recognition (OCR) first and correct the result.',
  },
  scriptEmpty: {
    'zh-CN': '{{path}}：剧本里没有文字。请检查文件，提供有文字的版本。',
    en: '{{path}}: the script has no text. Check the file and hand in a version with text.',
  },
  scriptTooLarge: {
    'zh-CN': '{{path}}：剧本文件过大（打开后 {{megabytes}} MB 以上）。请只保留文字，另存后重试。',
    en: '{{path}}: the script is too large ({{megabytes}} MB or more when opened). Keep only the text and save it again.',
  },
  scriptFormatUnknown: {
    'zh-CN': '{{path}}：不支持 {{extension}} 格式的剧本。请另存为 .docx、.txt、.md、.pdf、.fountain 或 .xlsx。',
    en: '{{path}}: scripts in {{extension}} format are not supported. Save it as .docx, .txt, .md, .pdf, .fountain or .xlsx.',
  },
  subtitleUnreadable: {
    'zh-CN': '{{path}}：字幕文件无法读取（{{detail}}）。请另存为 UTF-8 编码的 .srt。',
    en: '{{path}}: the subtitle file cannot be read ({{detail}}). Save it as .srt in UTF-8.',
  },
  embeddedUnreadable: {
    'zh-CN':
      '{{path}}：视频内嵌的字幕轨无法读取（{{detail}}）。请重新导出视频，或把字幕另存为 .srt 随片提交（drama.yaml 的 subtitles）。',
    en: '{{path}}: the subtitle track inside the video cannot be read ({{detail}}). Export the video again, or hand the subtitles in as an .srt ("subtitles" in drama.yaml).',
  },
  embeddedCutOff: {
    'zh-CN': '{{path}}：文件不完整，内嵌的字幕轨只读到断开处。已读出的部分照常检查，请重新导出后再检。',
    en: '{{path}}: incomplete file: the subtitle track inside it was read as far as it goes. That part was checked; export it again.',
  },
  namesEmpty: {
    'zh-CN': '{{path}}：没有名字。请每行写一个人名或地名。',
    en: '{{path}}: no names in it. Write one name of a person or place per line.',
  },
  noEmbeddedSubtitles: {
    'zh-CN': '{{path}}：视频里没有可读的内嵌文字字幕轨（图形字幕不算）。去掉 --source embedded 即可识别画面上的字幕。',
    en: '{{path}}: there is no text subtitle track with words in the video (pictures of subtitles do not count). Leave out --source embedded to read the picture.',
  },
  subtitleWithoutEpisode: {
    'zh-CN': '{{path}}：看不出是哪一集的字幕。请让文件名与该集视频同名，或带上集号。',
    en: '{{path}}: cannot tell which episode this subtitle file belongs to. Name it like the video, or put the number in its name.',
  },
  tableUnreadable: {
    'zh-CN': '{{path}}：表格无法读取（{{detail}}）。请在 Excel 或 WPS 里打开，另存为 .xlsx 或 .csv 后重试。',
    en: '{{path}}: the table cannot be read ({{detail}}). Open it in Excel or WPS and save it as .xlsx or .csv.',
  },
  tableFormatUnknown: {
    'zh-CN': '{{path}}：不支持 {{extension}} 格式的表格。请另存为 .xlsx 或 .csv。',
    en: '{{path}}: tables in {{extension}} format are not supported. Save it as .xlsx or .csv.',
  },
  tableMisnamed: {
    'zh-CN':
      '{{path}}：内容是文字表格（如 CSV），不是 Excel 工作簿，只是扩展名写成了 .xlsx。请把扩展名改回 .csv，或在 Excel、WPS 里打开后另存为 .xlsx。',
    en: '{{path}}: this is a table of text, such as CSV, with the name of an Excel workbook. Name it .csv, or open it in Excel or WPS and save it as .xlsx.',
  },
  tableLocked: {
    'zh-CN': '{{path}}：表格设了打开密码。请去掉密码，另存后重试。',
    en: '{{path}}: the table opens with a password only. Remove the password and save it again.',
  },
  tableTooLarge: {
    'zh-CN': '{{path}}：表格过大（超过 {{limit}}）。请只保留需要的行和列，或拆成几个文件。',
    en: '{{path}}: the table is too large (over {{limit}}). Keep only the rows and columns that are needed, or split it.',
  },
  tableEmpty: {
    'zh-CN': '{{path}}：表格里没有内容。请检查文件。',
    en: '{{path}}: there is nothing in the table. Check the file.',
  },
  decisionsInvalid: {
    'zh-CN': '{{path}} 第 {{line}} 行：不是复核决定（{{detail}}）。请改正或删去这一行，或用 --decisions 指定别的文件。',
    en: '{{path}} line {{line}}: not a decision ({{detail}}). Correct or remove the line, or name another file with --decisions.',
  },
} satisfies MessageTable;

/** Codes of {@link problemMessages}. */
export type ProblemCode = keyof typeof problemMessages;

/** Something wrong with what was handed in: data, collected so that the rest is still checked. */
export interface Problem {
  readonly code: ProblemCode;
  /** The file or folder that it is about. */
  readonly path: string;
  readonly data: MessageData;
}

/** The text of a problem in every language. */
export function describeProblem(problem: Problem): Localized {
  return fillMessage(problemMessages[problem.code], { path: problem.path, ...problem.data });
}

/** A problem that stops the reading of one file. Ingest turns it into a {@link Problem}; `code`, `path` and `data` as there. */
export class SubmissionError extends Error implements Problem {
  override readonly name = 'SubmissionError';
  readonly code: ProblemCode;
  readonly path: string;
  readonly data: MessageData;

  constructor(code: ProblemCode, path: string, data: MessageData = {}, options?: ErrorOptions) {
    super(fillMessage(problemMessages[code], { path, ...data }).en, options);
    this.code = code;
    this.path = path;
    this.data = data;
  }
}

/** What can be wrong with the machine or the set-up, with the remedy. */
export const environmentMessages = {
  ffmpegMissing: {
    'zh-CN': '找不到可用的 {{tool}}。请运行 shenpian doctor 查看原因，或用环境变量 {{variable}} 指定路径。',
    en: 'No working {{tool}} was found. Run shenpian doctor to see why, or set {{variable}} to its path.',
  },
  ffmpegUnusable: {
    'zh-CN': '{{variable}} 指定的 {{file}} 不能运行（{{detail}}）。请改正或取消该变量。',
    en: '{{variable}} names {{file}}, which does not run ({{detail}}). Correct or unset it.',
  },
  pluginMissing: {
    'zh-CN': '找不到插件 {{plugin}}（{{detail}}）。请检查 shenpian.config 中的名称，或先安装它。',
    en: 'Plugin {{plugin}} cannot be loaded ({{detail}}). Check its name in shenpian.config, or install it.',
  },
  pluginInvalid: {
    'zh-CN': '插件 {{plugin}} 不符合约定：{{detail}}。请对照 docs/guide/write-a-plugin.md。',
    en: 'Plugin {{plugin}} does not keep the contract: {{detail}}. See docs/guide/write-a-plugin.md.',
  },
  configInvalid: {
    'zh-CN': '配置文件 {{file}} 有误：{{detail}}。',
    en: 'The configuration {{file}} is not valid: {{detail}}.',
  },
  optionsInvalid: {
    'zh-CN': '“{{id}}” 的选项不对：{{detail}}。请检查 shenpian.config 的 options。',
    en: 'The options of "{{id}}" are not valid: {{detail}}. Check "options" in shenpian.config.',
  },
  trackUnknown: {
    'zh-CN': '“{{reader}}” 需要轨 “{{track}}”，但没有插件提供它。请启用提供该轨的插件。',
    en: '"{{reader}}" reads the track "{{track}}", which no plugin provides. Enable the plugin that does.',
  },
  trackTwice: {
    'zh-CN': '轨 “{{track}}” 由两个插件提供（{{first}} 与 {{second}}）。请停用其中一个。',
    en: 'The track "{{track}}" is provided by two plugins ({{first}} and {{second}}). Disable one.',
  },
  trackCycle: {
    'zh-CN': '轨之间循环依赖：{{path}}。请修改插件的 reads。',
    en: 'Tracks read each other in a circle: {{path}}. Change the plugin\'s "reads".',
  },
  checkerTwice: {
    'zh-CN': '检查器 “{{id}}” 由两个插件提供（{{first}} 与 {{second}}）。请停用其中一个。',
    en: 'The checker "{{id}}" is provided by two plugins ({{first}} and {{second}}). Disable one.',
  },
  checkerUnknown: {
    'zh-CN': '没有名为 “{{id}}” 的检查器。可用的有：{{known}}。',
    en: 'There is no checker "{{id}}". Known: {{known}}.',
  },
  formatUnknown: {
    'zh-CN': '没有名为 “{{id}}” 的报告格式。可用的有：{{known}}。',
    en: 'There is no report format "{{id}}". Known: {{known}}.',
  },
  packInvalid: {
    'zh-CN': '政策包有误：{{detail}}',
    en: 'A policy pack is not valid: {{detail}}',
  },
  packTwice: {
    'zh-CN': '政策包 “{{id}}” 由两个插件提供。请停用其中一个。',
    en: 'The policy pack "{{id}}" is provided twice. Disable one.',
  },
  outputUnwritable: {
    'zh-CN': '无法写入 {{path}}（{{detail}}）。请检查权限与磁盘空间，或用 --out（缓存用 --cache-dir）换一个位置。',
    en: 'Cannot write {{path}} ({{detail}}). Check permissions and disk space, or choose another place with --out (for the cache: --cache-dir).',
  },
} satisfies MessageTable;

/** Codes of {@link environmentMessages}. */
export type EnvironmentCode = keyof typeof environmentMessages;

/** The machine, the configuration or a plugin is not as needed. The user must act before anything can run. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly code: EnvironmentCode;
  readonly localized: Localized;

  constructor(code: EnvironmentCode, data: MessageData = {}, options?: ErrorOptions) {
    const localized = fillMessage(environmentMessages[code], data);
    super(localized.en, options);
    this.code = code;
    this.localized = localized;
  }
}
