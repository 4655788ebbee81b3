import { defineChecker, unknownFact } from '@shenpian/core';
import { z } from 'zod';

/** Most numbers that one message lists. */
const mostListed = 12;

/** Numbers of episodes that nobody handed in. It reads no track, so that it can speak when an episode is missing. */
export const episodeNumbers = defineChecker({
  id: 'episode-numbers',
  title: { 'zh-CN': '集号', en: 'Numbers of episodes' },
  version: 1,
  scope: 'series',
  reads: [],
  options: z.strictObject({}).prefault({}),
  messages: {
    missing: {
      'zh-CN': '集号不连续，缺第 {{numbers}} 集（共缺 {{count}} 集）。',
      en: 'The numbers have gaps: {{count}} episodes are missing ({{numbers}}).',
    },
  },
  facts: {
    'missing-episode-count': {
      label: { 'zh-CN': '缺少的集数', en: 'Episodes missing in the numbering' },
      unit: 'count',
    },
  },
  check({ series: { missingEpisodes }, report, fact }) {
    if (missingEpisodes === undefined) {
      const reason = { 'zh-CN': '集号无法说明是否缺集', en: 'the numbers of the episodes do not tell' };
      const wouldSettle = { 'zh-CN': '按集号命名各集视频', en: 'name the files by their numbers' };
      fact('missing-episode-count', unknownFact(reason, wouldSettle));
      return;
    }
    const count = missingEpisodes.length;
    fact('missing-episode-count', { value: count });
    if (count === 0) return;
    const numbers = missingEpisodes.slice(0, mostListed).join('、') + (count > mostListed ? '…' : '');
    report({ messageId: 'missing', level: 'warning', at: { document: 'drama.yaml' }, data: { numbers, count } });
  },
});
