import type { Localized } from '@shenpian/core';
import type { EntryKind } from './gazetteer/gazetteer.ts';
import type { Mention } from './mentions.ts';
import { grouped } from './grouped.ts';
import type { PlaceContext } from './place-evidence.ts';

const kinds: Readonly<Record<EntryKind, Localized>> = {
  township: { 'zh-CN': '地名', en: 'place name' },
  landmark: { 'zh-CN': '地标', en: 'landmark' },
  institution: { 'zh-CN': '机构', en: 'institution' },
  culture: { 'zh-CN': '文化元素', en: 'culture element' },
  location: { 'zh-CN': '取景地', en: 'location' },
};

/** Reports each name once per episode and way of appearing, where it first does, with how often. */
export function mentionFindings({ report }: PlaceContext, mentions: readonly Mention[]): void {
  const groups = grouped(mentions, ({ episode, entry, source }) => `${episode}\n${entry.name}\n${source}`);
  for (const group of groups) {
    const first = group.reduce((a, b) => (b.start < a.start ? b : a));
    const { episode, start, end, entry, source, text, confidence } = first;
    report({
      messageId: source === 'sign' ? 'nameSeen' : 'nameSaid',
      level: 'info',
      data: { kind: kinds[entry.kind], name: entry.name, text, count: group.length },
      at: { episode, start, end },
      matched: entry.name,
      confidence,
      identity: [entry.name],
    });
  }
}
