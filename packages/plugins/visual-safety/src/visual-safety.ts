import { defineChecker, type TimeRange } from '@shenpian/core';
import { messages } from './messages.ts';
import { visualSafetyOptionsSchema } from './options.ts';
import { visualSafetyTrack, type LookedAt } from './visual-safety-track.ts';

/**
 * Names shots whose picture a person should look at, each once. It never says that something is forbidden: the network is small
 * and often wrong.
 */
export const visualSafety = defineChecker({
  id: 'visual-safety',
  title: { 'zh-CN': '画面安全初筛', en: 'Pictures to look at' },
  version: 1,
  scope: 'series',
  reads: [visualSafetyTrack],
  options: visualSafetyOptionsSchema,
  enabled: ({ enabled }) => enabled,
  messages,
  facts: {
    'pictures-to-look-at': {
      label: { 'zh-CN': '需要人工看一眼的镜头数', en: 'Shots whose picture a person should look at' },
      unit: 'count',
    },
  },
  check({ episodes, options, read, report, fact }) {
    let count = 0;
    for (const episode of episodes) {
      for (const [shown, ...others] of shotsOf(read(visualSafetyTrack, episode))) {
        const explicit = worst([shown, ...others], explicitness);
        const suggestive = worst([shown, ...others], ({ sexy }) => sexy);
        const found =
          explicitness(explicit) >= options.explicit
            ? {
                messageId: 'explicit' as const,
                level: 'warning' as const,
                item: explicit,
                score: explicitness(explicit),
              }
            : suggestive.sexy >= options.suggestive
              ? { messageId: 'suggestive' as const, level: 'info' as const, item: suggestive, score: suggestive.sexy }
              : null;
        if (found === null) continue;
        count++;
        const { messageId, level, item, score } = found;
        report({
          messageId,
          level,
          data: { percent: Math.round(score * 100) },
          confidence: score,
          at: { episode: episode.number, ...around(item) },
          identity: [item.sha256],
        });
      }
    }
    if (episodes.length > 0) fact('pictures-to-look-at', { value: count });
  },
});

const explicitness = ({ porn, hentai }: LookedAt): number => porn + hentai;

function worst(items: readonly [LookedAt, ...LookedAt[]], score: (item: LookedAt) => number): LookedAt {
  return items.reduce((a, b) => (score(b) > score(a) ? b : a));
}

/** The part of the shot whose middle is the picture: the report shows the picture at the middle. */
function around({ start, end, time }: LookedAt): TimeRange {
  const half = Math.max(0, Math.min(time - start, end - time));
  return { start: time - half, end: time + half };
}

/** The stills of each shot. */
function shotsOf(items: readonly LookedAt[]): [LookedAt, ...LookedAt[]][] {
  const shots: [LookedAt, ...LookedAt[]][] = [];
  for (const item of items) {
    const last = shots.at(-1);
    if (last?.[0].start === item.start) last.push(item);
    else shots.push([item]);
  }
  return shots;
}
