import type { MessageTable } from '@shenpian/core';

/** What the checker says, in both languages. */
export const messages = {
  black: {
    'zh-CN': '画面全黑 {{seconds}} 秒。',
    en: 'The picture is black for {{seconds}} s.',
  },
  strayBlack: {
    'zh-CN': '两个镜头之间夹有 {{frames}} 帧黑画面。',
    en: '{{frames}} black frames stand between two shots.',
  },
  edgeBlack: {
    'zh-CN': '{{where}}有 {{frames}} 帧黑画面，没有淡入淡出。',
    en: '{{frames}} black frames {{where}}, without a fade.',
  },
  freeze: {
    'zh-CN': '画面在运动中定住 {{seconds}} 秒。如是有意的定格，可忽略。',
    en: 'The picture stops for {{seconds}} s in the middle of movement. Dismiss this if it is meant.',
  },
  repeatedFrames: {
    'zh-CN': '运动画面中有 {{count}} 帧重复（共 {{frames}} 帧），可能是变速、转帧率或掉帧所致。',
    en: '{{count}} of {{frames}} frames of a moving picture repeat the one before: a change of speed or rate, or lost frames.',
  },
  missingFrames: {
    'zh-CN': '此处缺 {{frames}} 帧：相邻两帧间隔 {{seconds}} 秒。',
    en: '{{frames}} frames are missing here: the frames on either side are {{seconds}} s apart.',
  },
  strayFrames: {
    'zh-CN': '{{where}} {{frames}} 帧与相邻画面无关，可能是剪辑残留。',
    en: '{{frames}} frames {{where}} show something else than the shot beside them: left over from the edit.',
  },
  flashes: {
    'zh-CN': '画面大面积闪烁，一秒内最多 {{flashes}} 次，超过 3 次的限值，可能诱发光敏性癫痫。',
    en: 'More than a quarter of the picture flashes, up to {{flashes}} times in a second; the limit is 3. This may trigger photosensitive seizures.',
  },
  borders: {
    'zh-CN': '画面内有固定黑边：{{sides}}。',
    en: 'Black bars are burned into the picture: {{sides}}.',
  },
  variableFrameRate: {
    'zh-CN': '帧率不恒定：{{percent}} % 的帧间隔与通常的 {{milliseconds}} 毫秒不同。',
    en: 'The frame rate varies: {{percent}} % of the intervals differ from the usual {{milliseconds}} ms.',
  },
  interlaced: {
    'zh-CN': '文件标为隔行扫描（{{order}}），网络播放应为逐行。',
    en: 'The file says that it is interlaced ({{order}}); players on the net expect progressive pictures.',
  },
  notSquare: {
    'zh-CN': '像素宽高比为 {{aspect}}，不是 1，部分播放器会把画面拉变形。',
    en: 'Pixels are {{aspect}} times as wide as high, not square: some players show the picture distorted.',
  },
  unusualColour: {
    'zh-CN': '颜色编码为 {{what}}，部分播放器会显示偏灰或偏色。',
    en: 'The colour is coded as {{what}}: some players show it grey or with a cast.',
  },
  wrongExtension: {
    'zh-CN': '文件扩展名是 .{{extension}}，内容却是 {{container}}。',
    en: 'The file is called .{{extension}} but is {{container}} inside.',
  },
  noSound: {
    'zh-CN': '文件没有声音流。',
    en: 'The file has no sound.',
  },
  silence: {
    'zh-CN': '完全无声 {{seconds}} 秒（低于 −60 dBFS）。',
    en: 'Nothing is heard for {{seconds}} s (below −60 dBFS).',
  },
  clipping: {
    'zh-CN': '声音过载削波，持续 {{seconds}} 秒。',
    en: 'The sound is cut off at full scale for {{seconds}} s.',
  },
  inverted: {
    'zh-CN': '左右声道反相 {{seconds}} 秒，手机等单声道播放时会互相抵消。',
    en: 'The channels cancel each other for {{seconds}} s: on a phone with one loudspeaker nothing is left.',
  },
  deadChannel: {
    'zh-CN': '{{side}}声道无声 {{seconds}} 秒，另一声道有声。',
    en: 'The {{side}} channel is silent for {{seconds}} s while the other is not.',
  },
  lengthsDiffer: {
    'zh-CN': '画面 {{picture}} 秒，声音 {{sound}} 秒，相差 {{difference}} 秒。',
    en: 'The picture lasts {{picture}} s and the sound {{sound}} s: {{difference}} s apart.',
  },
  sizeDiffers: {
    'zh-CN': '画面尺寸 {{size}}，其余各集多为 {{usual}}。',
    en: 'The picture is {{size}}; most episodes are {{usual}}.',
  },
  rateDiffers: {
    'zh-CN': '帧率 {{fps}}，其余各集多为 {{usual}}。',
    en: 'The frame rate is {{fps}}; most episodes have {{usual}}.',
  },
  loudnessDiffers: {
    'zh-CN': '响度 {{loudness}} LUFS，各集中位数为 {{usual}} LUFS，相差 {{difference}} LU。',
    en: 'The loudness is {{loudness}} LUFS; the middle of the series is {{usual}} LUFS, {{difference}} LU away.',
  },
  sameFile: {
    'zh-CN': '与第 {{other}} 集是同一个文件。',
    en: 'This is the same file as episode {{other}}.',
  },
  sameContent: {
    'zh-CN': '画面与第 {{other}} 集相同（{{percent}} % 的时间点一致），可能误传了同一集。',
    en: 'The picture is that of episode {{other}} ({{percent}} % of the moments agree): perhaps the same episode under two numbers.',
  },
  profileLimit: {
    'zh-CN': '{{measure}}为 {{value}}，{{profile}}要求{{limit}}。{{note}}',
    en: '{{measure}}: {{value}}; {{profile}} wants {{limit}}.{{note}}',
  },
} satisfies MessageTable;
