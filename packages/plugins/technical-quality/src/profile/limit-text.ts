import type { Localized } from '@shenpian/core';
import type { MeasuredValue } from './measured-value.ts';
import type { Limit, Measure } from './profile.ts';

/** Names of measures for people. */
export const measureNames: Readonly<Record<Measure, Localized>> = {
  container: { 'zh-CN': '文件格式', en: 'container' },
  'video-codec': { 'zh-CN': '视频编码', en: 'video codec' },
  'audio-codec': { 'zh-CN': '音频编码', en: 'audio codec' },
  'pixel-format': { 'zh-CN': '像素格式', en: 'pixel format' },
  width: { 'zh-CN': '画面宽', en: 'width' },
  height: { 'zh-CN': '画面高', en: 'height' },
  'short-side': { 'zh-CN': '画面短边', en: 'shorter side' },
  vertical: { 'zh-CN': '竖版画面', en: 'vertical picture' },
  fps: { 'zh-CN': '帧率', en: 'frame rate' },
  'constant-frame-rate': { 'zh-CN': '帧率恒定', en: 'constant frame rate' },
  'bit-rate': { 'zh-CN': '码率', en: 'bit rate' },
  bytes: { 'zh-CN': '文件大小', en: 'file size' },
  'episode-seconds': { 'zh-CN': '单集时长', en: 'length of the episode' },
  'integrated-loudness': { 'zh-CN': '整集响度', en: 'integrated loudness' },
  'loudness-range': { 'zh-CN': '响度范围', en: 'loudness range' },
  'true-peak': { 'zh-CN': '真峰值', en: 'true peak' },
};

const units: Partial<Record<Measure, { readonly per: number; readonly digits: number; readonly unit: Localized }>> = {
  width: { per: 1, digits: 0, unit: { 'zh-CN': ' 像素', en: ' px' } },
  height: { per: 1, digits: 0, unit: { 'zh-CN': ' 像素', en: ' px' } },
  'short-side': { per: 1, digits: 0, unit: { 'zh-CN': ' 像素', en: ' px' } },
  fps: { per: 1, digits: 3, unit: { 'zh-CN': ' 帧/秒', en: ' fps' } },
  'bit-rate': { per: 1e6, digits: 2, unit: { 'zh-CN': ' Mbps', en: ' Mbps' } },
  bytes: { per: 1024 * 1024, digits: 1, unit: { 'zh-CN': ' MB', en: ' MB' } },
  'episode-seconds': { per: 1, digits: 2, unit: { 'zh-CN': ' 秒', en: ' s' } },
  'integrated-loudness': { per: 1, digits: 1, unit: { 'zh-CN': ' LUFS', en: ' LUFS' } },
  'loudness-range': { per: 1, digits: 1, unit: { 'zh-CN': ' LU', en: ' LU' } },
  'true-peak': { per: 1, digits: 1, unit: { 'zh-CN': ' dBTP', en: ' dBTP' } },
};

/** A measured value as people write it. */
export function valueText(value: NonNullable<MeasuredValue>, measure: Measure): Localized {
  if (typeof value === 'boolean') return value ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': '否', en: 'no' };
  if (typeof value === 'string') return { 'zh-CN': value, en: value };
  const { per, digits, unit } = units[measure] ?? { per: 1, digits: 3, unit: { 'zh-CN': '', en: '' } };
  const number = String(Number((value / per).toFixed(digits)));
  return { 'zh-CN': number + unit['zh-CN'], en: number + unit.en };
}

/** A limit as people write it. */
export function limitText({ measure, min, max, below, in: list, is }: Limit): Localized {
  const parts: Localized[] = [];
  const text = (value: number): Localized => valueText(value, measure);
  if (min !== undefined) parts.push({ 'zh-CN': `不低于 ${text(min)['zh-CN']}`, en: `at least ${text(min).en}` });
  if (max !== undefined) parts.push({ 'zh-CN': `不高于 ${text(max)['zh-CN']}`, en: `at most ${text(max).en}` });
  if (below !== undefined) parts.push({ 'zh-CN': `少于 ${text(below)['zh-CN']}`, en: `less than ${text(below).en}` });
  if (list !== undefined) parts.push({ 'zh-CN': `为 ${list.join('、')} 之一`, en: `one of ${list.join(', ')}` });
  if (is !== undefined) parts.push(valueText(is, measure));
  return {
    'zh-CN': parts.map((part) => part['zh-CN']).join('，'),
    en: parts.map((part) => part.en).join(', '),
  };
}
