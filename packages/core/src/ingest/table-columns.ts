/** What a column of a scene table holds. */
export type TableField = 'episode' | 'scene' | 'time' | 'setting' | 'place' | 'cast' | 'action' | 'dialogue' | 'other';

/** Usual names of the columns, without spaces and marks. */
const names: readonly (readonly [TableField, RegExp])[] = [
  ['episode', /^(?:集|集数|集号|集次|第几集|episode|ep)$/iu],
  ['scene', /^(?:场|场次|场号|场景号|场次号|场序|集场|集场号|镜号|场数|scene(?:no|number|#)?|sc|no)$/iu],
  ['time', /^(?:日夜|日|时间|时|气氛|光线|时段|日景夜景|昼夜|time|day\/?night|d\/?n)$/iu],
  ['setting', /^(?:内外|内|景|内外景|景别内外|日夜内外|内外日夜|日夜内外景|int\/?ext|i\/?e)$/iu],
  [
    'place',
    /^(?:场景|地点|拍摄地|拍摄地点|主场景|主景|次场景|分场景|次景|场地|场景名|场景名称|场景地点|取景地|location|place|setting|set)$/iu,
  ],
  [
    'cast',
    /^(?:人物|角色|演员|说话人|主要人物|主要角色|出场人物|出场角色|登场人物|次要人物|特约|群演|群众演员|群演人物|cast|characters?)$/iu,
  ],
  ['dialogue', /^(?:台词|对白|对话|旁白|台词内容|dialogue|lines)$/iu],
  [
    'action',
    /^(?:内容|剧情|主要内容|情节|剧情内容|内容提要|内容提示|剧情提要|剧情简介|剧情梗概|场景内容|梗概|画面|画面内容|动作|剧本|剧本内容|正文|描述|场景描述|content|action|synopsis|description)$/iu,
  ],
];

/** What the column of this name holds; `other` for a name that is none of the usual ones. */
export function fieldOf(name: string): TableField {
  const bare = name
    .normalize('NFKC')
    .replaceAll(/\([^()]*\)|[\s:：、·*|\\-]/gu, '')
    .replaceAll('/', '');
  return names.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'other';
}
