import { wholeOf, type EpisodeSignal, type QualityContext } from '../episode-signal.ts';
import { sameContent } from '../same-content.ts';

/** Tells episodes that are an earlier one again; returns how many there are. */
export function repeatedEpisodes(all: readonly EpisodeSignal[], { report }: Pick<QualityContext, 'report'>): number {
  let count = 0;
  for (const [at, { episode, content }] of all.entries()) {
    for (const earlier of all.slice(0, at)) {
      const other = earlier.episode.number;
      const position = wholeOf(episode);
      if (episode.input.sha256 === earlier.episode.input.sha256) {
        report({ messageId: 'sameFile', level: 'warning', at: position, data: { other } });
      } else {
        const share = content && earlier.content ? sameContent(content, earlier.content) : null;
        if (share === null) continue;
        const data = { other, percent: (100 * share).toFixed(0) };
        report({ messageId: 'sameContent', level: 'warning', at: position, data, confidence: Math.min(0.95, share) });
      }
      count++;
      break;
    }
  }
  return count;
}
