import type { MessageTable } from '@shenpian/core';

/** Words of the table of locations and of the routes. */
export const listMessages = {
  locations: { 'zh-CN': '取景地', en: 'Locations' },
  stretches: { 'zh-CN': '出现时段', en: 'Stretches' },
  number: { 'zh-CN': '序号', en: 'No.' },
  location: { 'zh-CN': '取景地', en: 'Location' },
  district: { 'zh-CN': '所在地（申报）', en: 'District (as stated)' },
  side: { 'zh-CN': '区内/区外（按取景地表）', en: 'Inside or outside (by the table)' },
  local: { 'zh-CN': '区内', en: 'inside' },
  elsewhere: { 'zh-CN': '区外', en: 'outside' },
  unknown: { 'zh-CN': '未知', en: 'unknown' },
  longitude: { 'zh-CN': '经度（WGS-84）', en: 'Longitude (WGS-84)' },
  latitude: { 'zh-CN': '纬度（WGS-84）', en: 'Latitude (WGS-84)' },
  minutes: { 'zh-CN': '出现时长（分钟）', en: 'Minutes seen' },
  shots: { 'zh-CN': '镜头数', en: 'Shots' },
  scenes: { 'zh-CN': '场次', en: 'Scenes' },
  episodes: { 'zh-CN': '集', en: 'Episodes' },
  photos: { 'zh-CN': '实景照片（张）', en: 'Photos' },
  proven: { 'zh-CN': '照片印证（分钟）', en: 'Proven by photos (minutes)' },
  answeredLocal: { 'zh-CN': '人工认定在区内（分钟）', en: 'Answered inside (minutes)' },
  answeredElsewhere: { 'zh-CN': '人工认定在区外（分钟）', en: 'Answered outside (minutes)' },
  picture: { 'zh-CN': '画面', en: 'Picture' },
  episode: { 'zh-CN': '集', en: 'Episode' },
  start: { 'zh-CN': '开始', en: 'Start' },
  end: { 'zh-CN': '结束', en: 'End' },
  seconds: { 'zh-CN': '秒', en: 'Seconds' },
  file: { 'zh-CN': '画面文件', en: 'Picture file' },
  claimed: {
    'zh-CN': '按制作方的取景地表和剧本统计，不是对取景地的认定。',
    en: "Counted by the producer's table of locations and the script; it does not say that the table is true.",
  },
  nothing: {
    'zh-CN': '没有可列出的取景地：须有取景地表（drama.yaml 的 locations）、分场剧本和能对上剧本的字幕。',
    en: 'No location to list: it takes a table of locations (locations in drama.yaml), a script with scenes, and subtitles that match it.',
  },
  route: { 'zh-CN': '跟着《{{title}}》游取景地', en: 'Places of "{{title}}"' },
  line: {
    'zh-CN': '按首次出现的先后连成直线，不是道路',
    en: 'Straight lines in the order of first appearance, no roads',
  },
  stop: {
    'zh-CN': '{{district}}；出现 {{minutes}} 分钟，镜头 {{shots}} 个，场次 {{scenes}}，第 {{episodes}} 集',
    en: '{{district}}; {{minutes}} minutes in {{shots}} shots, scenes {{scenes}}, episodes {{episodes}}',
  },
  noPoint: { 'zh-CN': '取景地表没有给坐标', en: 'the table gives no coordinates' },
} satisfies MessageTable;
