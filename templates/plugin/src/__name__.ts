import { cuesTrack, defineChecker, duration } from '@shenpian/core';
import { messages } from './messages.ts';
import { optionsSchema } from './options.ts';

/** An example to replace: finds subtitles that are shown too briefly. */
export const __camelName__ = defineChecker({
  id: '__name__',
  title: { 'zh-CN': '检查器名称', en: 'Name of the checker' },
  version: 1,
  scope: 'episode',
  reads: [cuesTrack],
  options: optionsSchema,
  messages,
  facts: {},
  check({ episodes, options, read, report }) {
    for (const episode of episodes) {
      for (const cue of read(cuesTrack, episode)) {
        if (duration(cue) >= options.shortest) continue;
        report({
          messageId: 'tooShort',
          data: { text: cue.text, seconds: duration(cue).toFixed(1) },
          level: 'info',
          at: { episode: episode.number, start: cue.start, end: cue.end },
          matched: cue.text,
          confidence: cue.confidence,
        });
      }
    }
  },
});
