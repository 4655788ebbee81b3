import type { MessageTable } from '@shenpian/core';

/** What the command line says. */
export const messages = {
  reading: { 'zh-CN': '读取素材', en: 'Reading' },
  decoding: { 'zh-CN': '分析画面', en: 'Analysing' },
  checking: { 'zh-CN': '检查', en: 'Checking' },
  eta: { 'zh-CN': '，约剩 {{time}}', en: ', about {{time}} left' },
  interrupted: {
    'zh-CN': '已中断。已分析完的各集已保存，再次运行从下一集接着做。',
    en: 'Interrupted. Episodes that were analysed are kept; run the command again to go on with the next.',
  },
  nothingHalf: {
    'zh-CN': '已中断。没有留下未写完的文件，原文件未改动。',
    en: 'Interrupted. No unfinished file is left, and the original is as it was.',
  },
  stopped: { 'zh-CN': '已停止。', en: 'Stopped.' },
  answersKept: {
    'zh-CN': '已中断。已分析完的各集和已回答的都已保存，再次运行接着问。',
    en: 'Interrupted. Analysed episodes and your answers are kept; run the command again to go on.',
  },
  unforeseen: {
    'zh-CN': '程序出错，未得出结论：{{detail}}（设 SHENPIAN_DEBUG=1 可看详情）',
    en: 'Something went wrong; nothing was decided: {{detail}} (SHENPIAN_DEBUG=1 shows more)',
  },
  outputLost: {
    'zh-CN': '输出没有写完（{{detail}}）。请检查磁盘空间后重试。',
    en: 'The output could not be written in full ({{detail}}). Check disk space and try again.',
  },
  wrongUsage: {
    'zh-CN': '{{detail}}。用 shenpian {{command}}--help 查看用法。',
    en: '{{detail}}. See: shenpian {{command}}--help',
  },
  summaryTitle: {
    'zh-CN': '《{{title}}》：{{episodes}} 集，共 {{length}}',
    en: '{{title}}: {{episodes}} episodes, {{length}}',
  },
  summaryFindings: {
    'zh-CN': '发现：违规 {{violations}} · 提醒 {{warnings}} · 提示 {{infos}}',
    en: 'Findings: {{violations}} violations · {{warnings}} warnings · {{infos}} notes',
  },
  summaryFailed: {
    'zh-CN': '审核失败 {{count}} 项（未能完成，不代表通过）：{{ids}}',
    en: '{{count}} checks failed (not finished, not passed): {{ids}}',
  },
  summaryVerdicts: { 'zh-CN': '判定：', en: 'Verdicts:' },
  summaryMissing: { 'zh-CN': '还需：{{text}}', en: 'still needed: {{text}}' },
  summaryReport: { 'zh-CN': '报告：{{file}}', en: 'Report: {{file}}' },
  pass: { 'zh-CN': '符合', en: 'pass' },
  fail: { 'zh-CN': '不符合', en: 'fail' },
  review: { 'zh-CN': '待人工复核', en: 'for review' },
  open: { 'zh-CN': '需补证据', en: 'open' },
  notApplicable: { 'zh-CN': '不适用', en: 'not applicable' },
  claimedMark: { 'zh-CN': '（申报）', en: ' (claimed)' },
  violation: { 'zh-CN': '违规', en: 'violation' },
  warning: { 'zh-CN': '提醒', en: 'warning' },
  info: { 'zh-CN': '提示', en: 'note' },
  summaryEpisode: { 'zh-CN': '第 {{episode}} 集', en: 'episode {{episode}}' },
  summaryMore: { 'zh-CN': '另有 {{count}} 条，见报告', en: '{{count}} more in the report' },
  initNoVideo: {
    'zh-CN': '没有找到视频：在该文件夹及其下 4 层里没有 {{kinds}} 文件。放入视频后请加 --force 重新生成。',
    en: 'No video was found: there is no {{kinds}} file in this folder or 4 levels below. Put the videos there and run it again with --force.',
  },
  atEpisode: { 'zh-CN': '第 {{episode}} 集 {{time}}', en: 'episode {{episode}} {{time}}' },
  scriptCounts: {
    'zh-CN': '剧本 {{path}}：{{scenes}} 场，{{pages}}，{{characters}} 字，{{places}} 处场景，{{cast}} 个人物',
    en: 'Script {{path}}: {{scenes}} scenes, {{pages}}, {{characters}} characters, {{places}} places, cast of {{cast}}',
  },
  pagesExactly: { 'zh-CN': '{{pages}} 页', en: '{{pages}} pages' },
  pagesAbout: { 'zh-CN': '约 {{pages}} 页', en: 'about {{pages}} pages' },
  onPage: { 'zh-CN': '{{place}}（第 {{page}} 页）', en: '{{place}} (page {{page}})' },
  inCell: { 'zh-CN': '{{place}}（单元格 {{cell}}）', en: '{{place}} (cell {{cell}})' },
  atRow: { 'zh-CN': '{{document}} 第 {{row}} 行', en: '{{document}} row {{row}}' },
  atScript: { 'zh-CN': '{{script}} 第 {{line}} 行第 {{column}} 列', en: '{{script}}:{{line}}:{{column}}' },
  screened: {
    'zh-CN': '已筛查 {{files}} 个文件，发现 {{findings}} 处。',
    en: '{{files}} files screened, {{findings}} findings.',
  },
  lexiconNoisy: {
    'zh-CN':
      '词表 {{file}} 很容易误报：{{lines}} 行日常台词中有 {{flagged}} 行会被标出，最常误报的词是 {{terms}}。请为这些词加 allow、降低 level，或删除。',
    en: 'The word list {{file}} is noisy: {{flagged}} of {{lines}} ordinary lines would be flagged; the worst terms are {{terms}}. Give them "allow" phrases, lower their level, or remove them.',
  },
  watching: {
    'zh-CN': '文件或词表有变化时会重新筛查，按 Ctrl-C 结束。',
    en: 'Screens again when a file or a word list changes; Ctrl-C ends it.',
  },
  changed: { 'zh-CN': '{{file}} 有变化，重新筛查：', en: '{{file}} changed, screening again:' },
  severalNeedOut: {
    'zh-CN': '多个视频需要用 --out 指定输出文件夹，或用 --format json。',
    en: 'Several videos need a folder (--out DIR) or --format json.',
  },
  subtitlesEmbedded: {
    'zh-CN': '{{file}}：取自视频内嵌的字幕轨（{{track}}）。要改为识别画面上的字幕，请加 --source burned-in。',
    en: '{{file}}: taken from the subtitle track inside the video ({{track}}). To read the picture instead: --source burned-in',
  },
  subtitlesBurnedIn: {
    'zh-CN': '{{file}}：识别画面上的字幕。视频还有内嵌字幕轨（{{track}}），要改用它，请加 --source embedded。',
    en: '{{file}}: read from the picture. To take the subtitle track inside the video ({{track}}) instead: --source embedded',
  },
  subtitlesReader: {
    'zh-CN': '识别引擎：{{detail}}。',
    en: 'Read by {{detail}}.',
  },
  subtitlesOnlyBurnedIn: {
    'zh-CN': '{{file}}：没有可用的内嵌字幕轨，识别画面上的字幕（只要内嵌字幕时用 --source embedded）。',
    en: '{{file}}: no subtitle track with words inside the video, so the picture is read (--source embedded accepts nothing else).',
  },
  subtitlesBurnedInInstead: {
    'zh-CN': '{{file}}：内嵌字幕轨读不出来，改为识别画面上的字幕（只要内嵌字幕时用 --source embedded）。',
    en: '{{file}}: the subtitle track inside the video cannot be read, so the picture is (--source embedded accepts nothing else).',
  },
  draft: { 'zh-CN': '征求意见稿', en: 'draft' },
  inForce: { 'zh-CN': '已施行', en: 'in force' },
  policySource: { 'zh-CN': '来源：{{document}}（sha256 {{sha256}}）', en: 'Source: {{document}} (sha256 {{sha256}})' },
  policyCap: { 'zh-CN': '最高 {{cap}} 元', en: 'at most RMB {{cap}}' },
  policyNeeds: {
    'zh-CN': '材料 {{type}}：{{label}}（由{{from}}提供）',
    en: 'needs {{type}}: {{label}} (from {{from}})',
  },
  policyJudged: { 'zh-CN': '由人评定：{{what}}', en: 'judged by people: {{what}}' },
  policyDoubt: { 'zh-CN': '条文疑义：{{what}}', en: 'ambiguity: {{what}}' },
  summaryDeciding: { 'zh-CN': '差多少：{{fact}}{{text}}', en: 'decided by: {{fact}} {{text}}' },
  summaryAside: {
    'zh-CN': '另有 {{count}} 项未申报的政策条款，见报告',
    en: '{{count}} more policy clauses that were not claimed: see the report',
  },
  policyVia: { 'zh-CN': '条文取自{{via}}，未与原件核对', en: 'Taken from {{via}}, not compared with the original' },
  policyReported: {
    'zh-CN': '未见条文原文，以上据{{by}}转述，不单独作为符合或不符合的依据',
    en: 'the words were not to be had; as reported by {{by}}, which decides nothing by itself',
  },
  explainApplies: { 'zh-CN': '何时适用：', en: 'When it applies:' },
  explainWhen: { 'zh-CN': '由什么决定（按 {{date}} 的规定）：', en: 'What decides it (by the rules of {{date}}):' },
  explainBecause: { 'zh-CN': '依据：', en: 'Because:' },
  explainMissing: { 'zh-CN': '还缺：', en: 'Missing:' },
  explainFrom: { 'zh-CN': '（由{{from}}提供）', en: ' (from {{from}})' },
  explainDeciding: { 'zh-CN': '差多少即可判定：', en: 'How much more would decide it:' },
  explainFar: { 'zh-CN': '{{fact}}：{{far}}', en: '{{fact}}: {{far}}' },
  explainUnknown: {
    'zh-CN': '没有条款 “{{clause}}”。全部条款见 shenpian policy list。',
    en: 'There is no clause "{{clause}}". "shenpian policy list" has all.',
  },
  explainWhich: {
    'zh-CN': '请写要解释的条款，如 shenpian policy explain location-shooting。全部条款见 shenpian policy list。',
    en: 'Name the clause to explain, such as shenpian policy explain location-shooting. "shenpian policy list" has all.',
  },
  explainSeveral: {
    'zh-CN': '“{{clause}}” 不止一条，请写明：{{known}}。',
    en: '"{{clause}}" is more than one clause. Say which: {{known}}.',
  },
  explainNoReport: {
    'zh-CN': '{{file}}：不是可读的 report.json。请先运行 shenpian check，或改为送审文件夹。',
    en: '{{file}}: not a report.json that can be read. Run shenpian check first, or name the submission folder.',
  },
  explainNotInReport: {
    'zh-CN': '{{file}} 里没有 {{clause}} 的判定。请重新运行 shenpian check。',
    en: '{{file}} has no verdict for {{clause}}. Run shenpian check again.',
  },
  diffTwo: {
    'zh-CN': '请写两个政策包（编号或 YAML 文件）：shenpian policy diff 旧 新。',
    en: 'Name two packs (ids or YAML files): shenpian policy diff OLD NEW.',
  },
  diffAdded: { 'zh-CN': '新增的条款', en: 'new clause' },
  diffRemoved: { 'zh-CN': '删去的条款', en: 'clause that is gone' },
  diffNone: { 'zh-CN': '规定没有变化。', en: 'No rule changed.' },
  diffVerdicts: {
    'zh-CN': '旧包自测中，判定因此不同的情形：',
    en: 'Tests of the older pack that come out otherwise:',
  },
  policyWhich: {
    'zh-CN': '请写要查看的政策包。可用的有：{{known}}。',
    en: 'Name the pack to show. Known: {{known}}.',
  },
  policyUnknown: {
    'zh-CN': '没有政策包 “{{id}}”。可用的有：{{known}}。',
    en: 'There is no pack "{{id}}". Known: {{known}}.',
  },
  policyGot: { 'zh-CN': '应为 {{expected}}，实为 {{got}}', en: 'expected {{expected}}, got {{got}}' },
  policyTested: { 'zh-CN': '自测：通过 {{passed}}，失败 {{failed}}', en: '{{passed}} passed, {{failed}} failed' },
  aiLabelNone: {
    'zh-CN': '{{file}}：没有 AIGC 元数据（隐式标识）。',
    en: '{{file}}: no AIGC metadata (implicit label).',
  },
  aiLabelGood: { 'zh-CN': '{{file}}：AIGC 元数据合规。', en: '{{file}}: its AIGC metadata conforms.' },
  aiLabelBad: { 'zh-CN': '{{file}}：AIGC 元数据不合要求。', en: '{{file}}: its AIGC metadata does not conform.' },
  aiLabelNeeds: {
    'zh-CN': '写入需要 --producer 和 --produce-id。',
    en: 'Writing needs --producer and --produce-id.',
  },
  aiLabelWrong: {
    'zh-CN': '要写入的元数据不合要求：{{field}} {{problem}}。',
    en: 'The metadata to be written does not conform: {{field}} {{problem}}.',
  },
  aiLabelUnusual: {
    'zh-CN': '{{field}} {{problem}}；已按原样写入。',
    en: '{{field}}: {{problem}}; it was written as given.',
  },
  aiLabelContainer: {
    'zh-CN': '{{file}}：只能写入 MP4、MOV、M4V 和 MKV，且输出要用同样的扩展名。',
    en: '{{file}}: only MP4, MOV, M4V and MKV can be written, and the output needs the same extension.',
  },
  aiLabelExists: {
    'zh-CN': '{{file}} 已存在，未写入。换一个 --out，或加 --overwrite 覆盖。',
    en: '{{file}} is there already, so nothing was written. Give another --out, or --overwrite to replace it.',
  },
  aiLabelOut: {
    'zh-CN': '请用 --out 指定新文件；要改写原文件本身，请加 --overwrite。',
    en: 'Name a new file with --out; to replace the file itself give --overwrite.',
  },
  aiLabelFolder: {
    'zh-CN': '{{file}}：无法写入（{{detail}}）。请检查文件夹和权限。',
    en: '{{file}}: cannot be written ({{detail}}). Check the folder and its permissions.',
  },
  aiLabelDiffers: {
    'zh-CN': '{{file}}：写好的文件与原文件不一致（{{detail}}），已删除，原文件未改动。',
    en: '{{file}}: the file as written is not the same ({{detail}}); it was deleted, the original is as it was.',
  },
  aiLabelTagLost: { 'zh-CN': '元数据读不回来', en: 'the metadata cannot be read back' },
  aiLabelStreams: { 'zh-CN': '第 {{streams}} 路流不同', en: 'streams {{streams}}' },
  aiLabelWritten: {
    'zh-CN': '已写入 {{file}}，已读回核对；{{streams}} 路流与原文件逐字节相同：',
    en: 'Written to {{file}} and read back; its {{streams}} streams are byte for byte those of the original:',
  },
  aiLabelReplaced: {
    'zh-CN': '原有的 AIGC 元数据已被替换（每个文件只应有一个隐式标识）：{{value}}',
    en: 'The AIGC metadata that was there is replaced (a file has one implicit label only): {{value}}',
  },
  aiLabelLostTags: {
    'zh-CN': '以下容器标签没有保留：{{tags}}',
    en: 'These tags of the container were not kept: {{tags}}',
  },
  aiLabelRemux: {
    'zh-CN':
      '注意：MP4/MOV 再经剪辑软件导出，或用 ffmpeg -c copy 普通封装，这项元数据会丢失。请在最后一步写入，上传前用 shenpian ai-label show 核对。',
    en: 'Note: exporting an MP4 or MOV again, or a plain remux (ffmpeg -c copy), drops this metadata. Write it last, and check with "shenpian ai-label show" before uploading.',
  },
  nodeOld: {
    'zh-CN': '{{version}} 不受支持。请安装 Node 20.19 以上或 22.12 以上。',
    en: '{{version}} is not supported. Install Node 20.19 or 22.12 and later.',
  },
  binaryFound: { 'zh-CN': '{{version}}（{{source}}：{{file}}）', en: '{{version}} ({{source}}: {{file}})' },
  binaryLacks: {
    'zh-CN': '。缺少滤镜 {{filters}}，请安装完整版 ffmpeg。',
    en: '. It lacks the filters {{filters}}; install a full build.',
  },
  binaryOld: {
    'zh-CN':
      '。这是 {{year}} 年的解码器，没有近年的安全修复；检查外来文件前，建议安装新版 ffmpeg 或设 SHENPIAN_FFMPEG。',
    en: '. A decoder of {{year}} without later security fixes: before opening files from strangers, install a current ffmpeg or set SHENPIAN_FFMPEG.',
  },
  'source-environment': { 'zh-CN': '环境变量', en: 'environment' },
  'source-ffmpeg-static': { 'zh-CN': 'ffmpeg-static', en: 'ffmpeg-static' },
  'source-path': { 'zh-CN': '系统 PATH', en: 'PATH' },
  'source-installer': { 'zh-CN': 'npm 自带', en: 'from npm' },
  diskFree: {
    'zh-CN': '缓存 {{folder}} 所在磁盘剩余 {{gigabytes}} GB',
    en: '{{gigabytes}} GB free for the cache in {{folder}}',
  },
  fontsNone: { 'zh-CN': '不需要：报告使用阅读者自己的字体', en: "none needed: reports use the reader's own" },
  batchKept: { 'zh-CN': '已有结果，跳过', en: 'already done' },
  'batch-finished': { 'zh-CN': '完成', en: 'done' },
  'batch-unreadable': { 'zh-CN': '素材有问题', en: 'input has problems' },
  'batch-incomplete': { 'zh-CN': '未能完成，下次续跑会重试', en: 'not completed; the next run tries again' },
  batchIndex: { 'zh-CN': '总表：{{file}}', en: 'Index: {{file}}' },
  initExists: {
    'zh-CN': '{{file}} 已存在。要重新生成请加 --force（会覆盖已填内容）。',
    en: '{{file}} is there already. Use --force to replace it.',
  },
  initDone: {
    'zh-CN':
      '已生成 {{file}}：视频 {{videos}} 个，剧本 {{scripts}} 个，字幕 {{subtitles}} 个。补充取景地等信息后运行：npx shenpian check "{{dir}}"',
    en: 'Made {{file}}: {{videos}} videos, {{scripts}} scripts, {{subtitles}} subtitle files. Add the locations, then run: npx shenpian check "{{dir}}"',
  },
  initHints: {
    'zh-CN': `
# 以下全部是示例。需要哪一项，就去掉那一行开头的 # 和空格，并把内容换成自己的；不需要的保持原样。
# producer: {name: 你的机构全称, licence: 你的许可证号}
# investment: 85万元
# claims: [location-shooting]     # 申报的条款；可申报的见 npx shenpian policy list
# filing: {date: 2026-12-01, number: 你的备案号}
# release: {platforms: [播出平台名称]}
#
# 取景地：剧本的哪些场次在哪里拍的。场次号以剧本为准，2-* 表示第 2 集的所有场次。
# locations:
#   - {name: 取景地名称, district: 所在区县或乡镇, scenes: [1-1, 1-3]}
#
# 证明材料：各条款需要什么、名称怎么写，见 npx shenpian policy show pingyuan-2025
# evidence:
#   nrta-selection: {file: 材料文件的路径, issued: 2026-11-01}
`,
    en: `
# All of the following are examples. To use one, remove the # and the space before it and put in your own values.
# producer: {name: your company, licence: your licence number}
# investment: 850000
# claims: [location-shooting]     # clauses applied for; see: npx shenpian policy list
# filing: {date: 2026-12-01, number: your filing number}
# release: {platforms: [name of the platform]}
#
# Locations: which scenes of the script were shot where. 2-* is every scene of episode 2.
# locations:
#   - {name: name of the place, district: its district or township, scenes: [1-1, 1-3]}
#
# Evidence: what each clause needs and how it is named: npx shenpian policy show pingyuan-2025
# evidence:
#   nrta-selection: {file: path of the document, issued: 2026-11-01}
`,
  },
  labelNoShots: {
    'zh-CN': '{{dir}}：没有可以认定的镜头。请检查 drama.yaml 的 episodes，以及视频能否解码。',
    en: '{{dir}}: there are no shots to ask about. Check "episodes" in drama.yaml, and whether the videos can be decoded.',
  },
  labelQuestion: { 'zh-CN': '第 {{number}} 题：{{scene}}', en: 'Question {{number}}: {{scene}}' },
  labelShots: {
    'zh-CN': '  镜头 {{count}} 个，共 {{seconds}} 秒，占全剧 {{share}}：{{times}}',
    en: '  {{count}} shots, {{seconds}} s, {{share}} of the whole: {{times}}',
  },
  labelShot: { 'zh-CN': '第 {{episode}} 集 {{start}}–{{end}}', en: 'episode {{episode}} {{start}}–{{end}}' },
  labelPicture: { 'zh-CN': '  画面：{{file}}', en: '  picture: {{file}}' },
  labelMixed: {
    'zh-CN': '  注意：这组画面不完全一样，请看上面两张；若不是同一处，请答 m，逐个镜头认定。',
    en: '  note: these pictures are not quite alike; look at both, and answer m when they are not one place.',
  },
  labelLikely: {
    'zh-CN': '  对不上剧本；最近的字幕属于：{{scene}}（只供参考）',
    en: '  no scene of the script fits; the nearest subtitle is of: {{scene}} (a hint only)',
  },
  labelTied: {
    'zh-CN': '  照片 {{photo}}（取景地“{{location}}”）与其中的镜头是同一处地方；只凭照片看不出是否在区内',
    en: '  the photo {{photo}} (location "{{location}}") shows the same place as shots of it; a photo alone does not say whether that is inside',
  },
  labelKnown: { 'zh-CN': '  已知：{{evidence}}', en: '  known: {{evidence}}' },
  labelNothingKnown: { 'zh-CN': '没有任何依据', en: 'nothing' },
  labelEvidence: { 'zh-CN': '{{kind}}指向{{side}}（{{source}}）', en: '{{kind}} says {{side}} ({{source}})' },
  'evidence-location-table': { 'zh-CN': '取景地表', en: 'table of locations' },
  'evidence-script-heading': { 'zh-CN': '剧本场次标题', en: 'script heading' },
  'evidence-gps': { 'zh-CN': '照片定位', en: 'GPS' },
  'evidence-sign-text': { 'zh-CN': '画面文字', en: 'text in the picture' },
  'evidence-photo-match': { 'zh-CN': '实景照片比对', en: 'match with a photograph' },
  'evidence-human-label': { 'zh-CN': '人工认定', en: 'answer' },
  sideLocal: { 'zh-CN': '区内', en: 'inside' },
  sideElsewhere: { 'zh-CN': '区外', en: 'outside' },
  labelWhy: {
    'zh-CN':
      '  为什么问：占全剧 {{share}}，目前判断在区内的可能性为 {{chance}}。占比估计 {{low}}–{{high}}，不低于 {{threshold}} 的可能性 {{probability}}；人工认定的硬界 {{certifiedLow}}–{{certifiedHigh}}。',
    en: '  why: it is {{share}} of the whole, and its chance of being inside is {{chance}}. The ratio is estimated at {{low}}–{{high}}, {{threshold}} or more with a chance of {{probability}}; by answers alone {{certifiedLow}}–{{certifiedHigh}}.',
  },
  labelKeys: {
    'zh-CN': '  在{{zone}}内取景吗？ [l] 本地  [e] 外地  [u] 不清楚  [m] 混合（逐个镜头问）  [z] 撤销上一个  [q] 退出',
    en: '  Taken inside {{zone}}? [l] local  [e] elsewhere  [u] unclear  [m] mixed (asks shot by shot)  [z] undo the last  [q] quit',
  },
  labelKeyUnknown: {
    'zh-CN': '不认识 “{{typed}}”。请按 l（本地）、e（外地）、u（不清楚）、m（混合）、z（撤销）或 q（退出）。',
    en: '"{{typed}}" is no answer. Type l (local), e (elsewhere), u (unclear), m (mixed), z (undo) or q (quit).',
  },
  labelOneShot: {
    'zh-CN': '这一组只有一个镜头，不能再拆。请按 l、e 或 u。',
    en: 'This group is one shot and cannot be taken apart. Type l, e or u.',
  },
  labelNothingToUndo: { 'zh-CN': '没有可以撤销的答案。', en: 'There is no answer to undo.' },
  labelUndone: { 'zh-CN': '已撤销：{{scene}}', en: 'Undone: {{scene}}' },
  'label-reached': {
    'zh-CN': '可以下结论：区内取景占比不低于 {{threshold}}。',
    en: 'Decided: the local-scene ratio is {{threshold}} or more.',
  },
  'label-missed': {
    'zh-CN': '可以下结论：区内取景占比低于 {{threshold}}。',
    en: 'Decided: the local-scene ratio is below {{threshold}}.',
  },
  'label-undecided': {
    'zh-CN': '还不能下结论：区内取景占比是否不低于 {{threshold}}。',
    en: 'Not decided: whether the local-scene ratio is {{threshold}} or more.',
  },
  labelNumbers: {
    'zh-CN':
      '估计 {{low}}–{{high}}（95 % 区间），不低于 {{threshold}} 的可能性 {{probability}}；人工认定 {{answers}} 组镜头，硬界 {{certifiedLow}}–{{certifiedHigh}}。',
    en: 'Estimate {{low}}–{{high}} (95 % interval), {{threshold}} or more with a chance of {{probability}}; {{answers}} groups of shots answered, which bound it to {{certifiedLow}}–{{certifiedHigh}}.',
  },
  labelOpen: {
    'zh-CN': '还有 {{count}} 组镜头未认定。再次运行 shenpian label 接着答，已答的不会再问。',
    en: '{{count}} groups of shots are open. Run shenpian label again to go on; what is answered is not asked again.',
  },
  labelNothingLeft: {
    'zh-CN': '全部镜头组都已认定，仍不能定：有答“不清楚”的，或有未能读取的部分，须补充证据。',
    en: 'Nothing is left to ask: answers were "unclear", or parts could not be read. More evidence is needed.',
  },
  applyClauseUnknown: {
    'zh-CN': '没有条款 “{{word}}”。可申报：{{among}}。',
    en: 'There is no clause "{{word}}". Known: {{among}}.',
  },
  applyClauseUnclear: {
    'zh-CN': '“{{word}}” 有几个条款，请用编号指明：{{among}}。',
    en: '"{{word}}" means several clauses. Name one by its id: {{among}}.',
  },
  'apply-notEmpty': {
    'zh-CN': '{{out}}：文件夹里已有文件，没有写入。请换一个文件夹；要替换以前生成的材料夹，请加 --force。',
    en: '{{out}}: there are files in it already; nothing was written. Choose another folder, or replace an earlier package with --force.',
  },
  'apply-foreign': {
    'zh-CN': '{{out}}：里面有不是本工具生成的文件，--force 也不会覆盖。请换一个文件夹，或先移走这些文件。',
    en: '{{out}}: it holds files that are not of an earlier package, which --force does not replace. Choose another folder, or move them away.',
  },
  'apply-notAFolder': {
    'zh-CN': '{{out}}：不是文件夹。请用 --out 指定一个文件夹。',
    en: '{{out}}: not a folder. Name a folder with --out.',
  },
  applyMade: {
    'zh-CN': '已生成申报材料夹 {{out}}：{{article}} {{title}}',
    en: 'Made the application package {{out}}: {{article}} {{title}}',
  },
  applyNoPromise: {
    'zh-CN': '这是工具的检查结果，不是评审结论。请核对申报摘要.docx 第一页列出的缺项。',
    en: 'This is what the tool found, not a decision. See the first page of 申报摘要.docx for what is missing.',
  },
  pluginName: {
    'zh-CN': '请给出插件名：小写字母、数字与连字符，如 shenpian plugin new my-checker。',
    en: 'Give the plugin a name of lower-case letters, digits and hyphens: shenpian plugin new my-checker',
  },
  pluginExists: { 'zh-CN': '文件夹里已有文件', en: 'the folder is not empty' },
  pluginMade: {
    'zh-CN': '已生成 {{folder}}。接下来看其中的 README.md。',
    en: 'Made {{folder}}. Its README.md says what comes next.',
  },
  pluginLine: {
    'zh-CN': '{{name}}  轨：{{tracks}}  检查器：{{checkers}}  报告格式：{{reporters}}  政策包：{{packs}}',
    en: '{{name}}  tracks: {{tracks}}  checkers: {{checkers}}  reports: {{reporters}}  packs: {{packs}}',
  },
} satisfies MessageTable;

/** Ids of {@link messages}. */
export type MessageId = keyof typeof messages;
