import { wholeOf, type EpisodeSignal, type QualityContext } from '../episode-signal.ts';
import { sameContent } from '../same-content.ts';

/** Tells episodes that are an earlier one again; returns how many there are. */
export function repeatedEpisodes(all: readonly EpisodeSignal[], { report }: Pick<QualityContext, 'report'>): number {
  let count = 0;
  for (const [index, { episode, content }] of all.entries()) {
    for (const earlier of all.slice(0, index)) {
      const other = earlier.episode.number;
      const at = wholeOf(episode);
      const identity = [episode.input.path, earlier.episode.input.path];
      if (episode.input.sha256 === earlier.episode.input.sha256) {
        report({ messageId: 'sameFile', level: 'warning', at, identity, data: { other } });
      } else {
        const share = content && earlier.content ? sameContent(content, earlier.content) : null;
        if (share === null) continue;
        const data = { other, percent: (100 * share).toFixed(0) };
        const confidence = Math.min(0.95, share);
        report({ messageId: 'sameContent', level: 'warning', at, identity, data, confidence });
      }
      count++;
      break;
    }
  }
  return count;
}
