import type { ScriptLine } from '../work/script.ts';
import type { LineShape } from './source-line.ts';

const castLabel =
  /^[\s*【[]*(?:(?:出场|登场|主要|本场|上场)?(?:人物|角色|演员)|出场|登场|人|Cast|Characters)(?:\s*[】\]]\s*[：:]?|[\s*]*[：:])\s*/iu;
/** 时间： or 地点： under a heading; group 1 is the label, group 2 what it says. */
const detailLabel = /^[\s*【[]*(日夜|时间|时|拍摄地点?|地点|地|景别|场景|内外景?|景)\s*[】\]*]*\s*[：:]\s*(.*)$/u;
const captionStart =
  /^[\s*]*[【[（(]?\s*(?:屏幕|画面|旁白|人名|人物)?(?:字幕|字卡|屏幕文字|文字|片名|出片名)条?\s*(?:[】\]）)]\s*[：:]?|[：:])\s*/u;
const actionMark = /^\s*(?:[△▲▽▼◇◆∆Δ]|[#＃](?![#＃\s]))\s*/u;
const bracketed = /^\s*(?:[（(][^（）()]*[）)]|【[^【】]*】|\[[^[\]]*\])\s*[。.]?\s*$/u;
const shot =
  '(?:音效|音乐|背景音乐|BGM|SFX|慢?镜头|主观镜头?|画面|大?特写|近景|中景|全景|大全景|远景|俯拍|仰拍|俯视|航拍|跟拍|推|拉|摇|移|升格|定格|道具|转场|切|切至|闪回|闪回结束|闪前|回忆|回忆结束|梦境|空镜头?|黑场|黑屏|淡入|淡出|淡出淡入|叠化|化入|蒙太奇|分屏|动作)';
const staging = new RegExp(
  `^\\s*(?:[【[（(]\\s*${shot}[^】\\]）)：:]{0,8}[】\\]）)]\\s*[：:]?|${shot}\\s*[：:])\\s*`,
  'iu',
);
const remark =
  /^\s*(?:时间|地点|场景|景别|日期|备注|注|说明|提示|剧名|片名|编剧|导演|时长|集数|类型|题材|梗概|简介|作者)\s*[：:]/u;
/** Numbered lines of a shooting script: `3、张三：走。` */
const count = String.raw`(?:\d{1,4}\s*[.．、)）]\s*)?`;
const spoken = new RegExp(
  `^\\s*${count}(?<name>[^：:，。！？!?、；…“”"\\s][^：:，。！？!?；…“”"]{0,23}?(?:[（(【[][^（）()【】[\\]]*[）)】\\]])?[*_]*)\\s*[：:](?!\\/\\/)\\s*`,
  'u',
);

/** Whether a line under a heading says its time or place; label and value when it does. */
export function detailOf(text: string): { readonly label: string; readonly value: string } | null {
  const [, label, value] = detailLabel.exec(text) ?? [];
  return label === undefined || value === undefined ? null : { label, value };
}

/** A line that is a heading, from its first word. */
export function headingShape(text: string): LineShape {
  return { kind: 'heading', speaker: null, column: text.length - text.trimStart().length + 1 };
}

/** What a line is by its own words; `otherwise` when they say nothing. */
export function shapeOf(text: string, otherwise: ScriptLine['kind'] = 'text'): LineShape {
  const shape = (kind: ScriptLine['kind'], start: RegExp, speaker: string | null = null): LineShape => ({
    kind,
    speaker,
    column: (start.exec(text)?.[0].length ?? 0) + 1,
  });
  if (castLabel.test(text)) return shape('cast', castLabel);
  if (captionStart.test(text)) return shape('caption', captionStart);
  if (actionMark.test(text)) return shape('action', actionMark);
  if (bracketed.test(text)) return shape('action', /^\s*[（(【[]\s*/u);
  if (staging.test(text)) return shape('action', staging);
  const name = remark.test(text) ? undefined : spoken.exec(text)?.groups?.['name'];
  const speaker = name === undefined ? undefined : speakerOf(name);
  return speaker === undefined ? shape(otherwise, /^\s*/u) : shape('dialogue', spoken, speaker);
}

const voice =
  /(?:[（(【[].*|[\s.·]*(?:O\.?\s?S\.?|V\.?\s?O\.?|O\.?\s?V\.?|画外音|话外音|画外|旁白|内心独白|独白|内心|心声|心理活动|解说|电话里?|电话那头))+$/iu;

/** The name before the colon without voice marks and stage directions; null for a voice without name; undefined when it is no name. */
export function speakerOf(label: string): string | null | undefined {
  const bare = label.replaceAll(/[*_]/gu, '').trim();
  const name = (/^【([^【】]+)】$/u.exec(bare)?.[1] ?? bare).replace(voice, '').trim();
  if (name === '') return null;
  const said = /^(.{1,4}?)(?:[大低轻冷怒]?[声笑]?地?[说道问喊答叫])$/u.exec(name)?.[1] ?? name;
  const latin = /^[A-Za-z][A-Za-z .'-]*$/.test(said);
  // Longer than a name with its title, digits alone (12:30), or with the particles of a sentence: not a speaker.
  const sentence = said.length > (latin ? 24 : 8) || /^[\d.\s]+$/.test(said) || /[了着过是把的地得这那]./u.test(said);
  return sentence ? undefined : said;
}
