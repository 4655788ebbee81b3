import type { MessageTable } from '@shenpian/core';

/** What the checker says, in both languages. */
export const messages = {
  noColumns: {
    'zh-CN':
      '没有找到数据列（第一行是：{{found}}），这张表没有读取。请保留表头，至少有一列“播放量”“点赞数”“评论数”“收藏数”“转发数”“曝光量”或“覆盖人数”。',
    en: 'No column of data was found (the first row has: {{found}}), so this sheet was not read. Keep the row of column names, with one of 播放量, 点赞数, 评论数, 收藏数, 转发数, 曝光量, 覆盖人数 at least.',
  },
  columnsUnread: {
    'zh-CN': '没有采用这些列：{{columns}}。',
    en: 'These columns were not used: {{columns}}.',
  },
  valueBad: {
    'zh-CN': '“{{column}}” 的值 “{{value}}” 不是可用的数字，没有计入。可写 12345、1.2万 或 3亿。',
    en: 'The value "{{value}}" of "{{column}}" is no number that can be used and was not counted. Write 12345, 1.2万 or 3亿.',
  },
  cellError: {
    'zh-CN': '“{{column}}” 是公式错误 {{value}}，没有计入。请在 Excel 或 WPS 里改正公式，保存后重新提交。',
    en: '"{{column}}" is the error {{value}} of a formula and was not counted. Correct the formula in Excel or WPS, save and hand in again.',
  },
  valueNegative: {
    'zh-CN': '“{{column}}” 的值 “{{value}}” 是负数，没有计入。',
    en: 'The value "{{value}}" of "{{column}}" is negative and was not counted.',
  },
  dateBad: {
    'zh-CN': '日期 “{{value}}” 无法识别，这一行没有计入。可写 2026-12-01。',
    en: 'The date "{{value}}" cannot be read; the row was not counted. Write 2026-12-01.',
  },
  dateBeforeFiling: {
    'zh-CN': '有 {{rows}} 行数据的日期早于备案日期 {{filing}}（最早 {{first}}）。请核实备案日期或数据日期。',
    en: '{{rows}} rows are dated before the filing date {{filing}} (the first {{first}}). Check the filing date or the dates of the data.',
  },
  rowTwice: {
    'zh-CN': '与第 {{row}} 行重复（同一平台、同一集、同一天，{{metric}}都是 {{first}}），只计一次。',
    en: 'The same as row {{row}} (platform, episode and day; both {{first}} {{metric}}): counted once.',
  },
  rowsDisagree: {
    'zh-CN':
      '与第 {{row}} 行是同一平台、同一集、同一天，{{metric}}却不同（{{first}} 与 {{second}}）。取值按两者之间计，请核实后删去错的一行。',
    en: 'Row {{row}} is of the same platform, episode and day with another number of {{metric}} ({{first}} and {{second}}). The value is taken to lie between them; remove the wrong row.',
  },
  totalDiffers: {
    'zh-CN': '合计行的{{metric}}是 {{stated}}，各行相加是 {{sum}}。请核实。',
    en: 'The total of {{metric}} is given as {{stated}}, the rows add up to {{sum}}. Check which is right.',
  },
  dailyOrCumulative: {
    'zh-CN':
      '有 {{days}} 天的{{metric}}，看不出是累计值还是当日值：按累计是 {{latest}}，按当日相加是 {{sum}}。请把列名写成“累计{{metric}}”或“当日{{metric}}”。',
    en: 'There are {{metric}} of {{days}} days, and the column does not say whether they count from the beginning ({{latest}}) or for each day ({{sum}}). Name the column 累计… or 当日….',
  },
  platformUnnamed: {
    'zh-CN': '看不出是哪个平台的数据。请加一列“平台”，或把平台名写进文件名。',
    en: 'It cannot be told which platform this is of. Add a column 平台, or put the platform into the name of the file.',
  },
  platformWithoutData: {
    'zh-CN': 'drama.yaml 的 release.platforms 列有“{{platform}}”，但没有它的数据。请补交该平台后台导出的数据。',
    en: 'release.platforms in drama.yaml lists "{{platform}}", of which there is no data. Hand in the export of that platform.',
  },
  platformUnlisted: {
    'zh-CN': '有“{{platform}}”的数据，但 drama.yaml 的 release.platforms 没有列出它。',
    en: 'There is data of "{{platform}}", which release.platforms in drama.yaml does not list.',
  },
  metricsRead: {
    'zh-CN': '“{{platform}}”：{{numbers}}；数据日期 {{dates}}。',
    en: '"{{platform}}": {{numbers}}; dates of the data: {{dates}}.',
  },
  noComments: {
    'zh-CN': '没有找到评论列（第一行是：{{found}}），这张表没有读取。请保留表头，评论一列叫“评论内容”。',
    en: 'No column of comments was found (the first row has: {{found}}), so this sheet was not read. Keep the row of column names and call the comments 评论内容.',
  },
  commentsTwice: {
    'zh-CN': '有 {{count}} 条重复的评论（同一用户的同样内容，或没有用户名的相同长评论），只计一次。',
    en: '{{count}} comments are there again (the same words of the same user, or the same long comment without a user) and were counted once.',
  },
  commentsCopied: {
    'zh-CN': '“{{text}}” 由 {{users}} 个用户原样发出，可能是组织发布的评论。占比仍按已交数据计，请核实。',
    en: '"{{text}}" was posted word for word by {{users}} users and may be organised. The share still counts what was handed in; check it.',
  },
  commentsJudged: {
    'zh-CN':
      '{{comments}} 条评论中有 {{called}} 条判为好评；按分类器在 {{lines}} 条未见过的句子上测得的误差修正，好评占比在 {{low}}–{{high}} 之间（95 % 区间）。可抽查：{{examples}}',
    en: '{{called}} of {{comments}} comments were called positive; with the errors that the classifier made on {{lines}} lines it had not seen, the share lies between {{low}} and {{high}} (95 % interval). To look at: {{examples}}',
  },
} satisfies MessageTable;
