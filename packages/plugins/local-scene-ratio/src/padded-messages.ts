import type { MessageTable } from '@shenpian/core';

/** What the checker says. It states what the picture shows and leaves the reason to people. */
export const paddedMessages = {
  footageReused: {
    'zh-CN':
      '这段画面与第 {{episode}} 集 {{time}} 的是同一段素材（不是同一机位另拍的一条），全剧共出现 {{count}} 次；重复部分 {{seconds}} 秒按取景地表计入{{zone}}内取景。如不是回忆、闪回等剧情需要，计算占比时应予扣除。',
    en: 'These pictures are the same footage as at {{time}} of episode {{episode}} (not another take of the set-up), seen {{count}} times in all; the {{seconds}} s of repeats count inside {{zone}} by the table. Unless the story needs it, as in a memory, they should be taken off the ratio.',
  },
  footageOnBothSides: {
    'zh-CN':
      '同一段素材既用在“{{scene}}”又用在“{{other}}”（第 {{episode}} 集 {{time}}），而取景地表把前后两场写成{{zone}}一内一外，至少有一处不实。请向制作机构核实。',
    en: 'The same footage stands in "{{scene}}" and in "{{other}}" (episode {{episode}}, {{time}}), which the table puts on different sides of {{zone}}: one of them cannot be right. Ask the producer.',
  },
  openingReused: {
    'zh-CN':
      '各集开头重复使用了前一集的画面（片头或前情回顾），共 {{count}} 段 {{seconds}} 秒按取景地表计入{{zone}}内取景。片头、回顾是否计入占比，政策未作规定，请审核时酌定。',
    en: 'Episodes begin with pictures of the episode before (titles or a recap): {{count}} stretches, {{seconds}} s, count inside {{zone}} by the table. The policy does not say whether titles and recaps count; decide in review.',
  },
  stillPicture: {
    'zh-CN':
      '计入{{zone}}内取景的画面中，有 {{count}} 段共 {{seconds}} 秒完全静止（定格、照片，或机位和景物都不动的空镜），占区内取景的 {{share}}。',
    en: 'Of the pictures that count inside {{zone}}, {{count}} stretches of {{seconds}} s in all do not move at all (a freeze, a photograph, or a shot in which neither camera nor scene moves): {{share}} of the local time.',
  },
  slowedFootage: {
    'zh-CN':
      '计入{{zone}}内取景的画面中，有 {{count}} 个镜头共 {{seconds}} 秒是放慢的：每个画面都重复成 2 至 4 个，实际素材约 {{real}} 秒。',
    en: 'Of the pictures that count inside {{zone}}, {{count}} shots of {{seconds}} s in all were slowed: each picture was repeated to make 2 to 4; there are about {{real}} s of real footage.',
  },
  establishedOnly: {
    'zh-CN':
      '“{{scene}}”申报在“{{location}}”取景：只有开头 {{seconds}} 秒与照片 {{photo}} 是同一处地方，其后 {{rest}} 秒内景没有任何画面印证。外景空镜不能说明内景也在此拍摄；请补内景照片，或用 shenpian label 认定。',
    en: 'The table puts "{{scene}}" at "{{location}}": only its first {{seconds}} s show the same place as the photo {{photo}}, and no picture supports the {{rest}} s of interior that follow. An exterior does not say where the interior was shot; hand in photos of the interior, or answer with shenpian label.',
  },
} satisfies MessageTable;
