import {
  cuesTrack,
  defineChecker,
  screenTextTrack,
  scriptPosition,
  type CheckerContext,
  type Episode,
  type Level,
} from '@shenpian/core';
import { reportHit } from './hit-report.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { starterLexicons } from './lexicon/starter-lexicons.ts';
import { messages, type MessageId } from './messages.ts';
import { optionsSchema, type Options } from './options.ts';
import { screenLines, type ScreenOptions } from './screening/screen-text.ts';
import { reportNotice } from './titles/title-notice.ts';
import { judgeTitle } from './titles/title-rules.ts';
import { mergeSources, timedTexts, type TimedText } from './timed-texts.ts';

type Context = CheckerContext<Options, MessageId>;
type Report = Context['report'];

/**
 * Screens titles, scripts, subtitles and text on screen of all episodes. Series scope: it counts over the whole series, and
 * scripts belong to no single episode.
 */
export const sensitiveTerms = defineChecker({
  id: 'sensitive-terms',
  title: { 'zh-CN': '敏感词筛查', en: 'Sensitive terms' },
  version: 1,
  scope: 'series',
  reads: [cuesTrack, screenTextTrack],
  options: optionsSchema,
  messages,
  facts: {
    'content-violations': { label: { 'zh-CN': '内容违规处数', en: 'Content violations' }, unit: 'count' },
    'content-warnings': { label: { 'zh-CN': '内容提醒处数', en: 'Content warnings' }, unit: 'count' },
  },
  async check(context: Context) {
    const counts: Record<Level, number> = { violation: 0, warning: 0, info: 0 };
    const report: Report = (finding) => {
      counts[finding.level] += 1;
      context.report(finding);
    };
    const { options } = context;
    const lexicons = lexiconsOf(options);
    const screen = { lexicons, context: options.context };
    await checkTitles(context, screen, report);
    await checkScripts(context, screen, report);
    for (const episode of context.episodes) await checkEpisode(context, episode, { screen, report });
    context.fact('content-violations', { value: counts.violation });
    context.fact('content-warnings', { value: counts.warning });
  },
});

function lexiconsOf(options: Options): readonly Lexicon[] {
  if (options.lexicons.length === 0 && options.starter) return starterLexicons();
  return [...(options.starter ? starterLexicons() : []), ...options.lexicons];
}

async function checkTitles(
  { series, episodes, options }: Context,
  screen: ScreenOptions,
  report: Report,
): Promise<void> {
  const titles = episodes.map(({ number, title, input }) => ({
    title: title ?? '',
    at: { episode: number, start: 0, end: input.probe.seconds },
  }));
  for (const { title, at } of [{ title: series.title, at: { document: 'drama.yaml' } }, ...titles]) {
    for (const hit of await screenLines([title], { ...screen, scope: 'title' })) report(reportHit(hit, at));
    const notices = options.starter ? await judgeTitle(title, { maxCharacters: options.maxTitleCharacters }) : [];
    for (const notice of notices) report(reportNotice(notice, title, at));
  }
}

async function checkScripts({ series }: Context, screen: ScreenOptions, report: Report): Promise<void> {
  for (const { path, lines } of series.scripts) {
    const hits = await screenLines(
      lines.map(({ text }) => text),
      screen,
    );
    for (const hit of hits) {
      const line = lines[hit.line - 1];
      if (!line) continue;
      const finding = reportHit(hit, scriptPosition(path, line, hit));
      report({ ...finding, evidence: [{ kind: 'script', path, text: hit.context }] });
    }
  }
}

async function checkEpisode(
  context: Context,
  episode: Episode,
  { screen, report }: { readonly screen: ScreenOptions; readonly report: Report },
): Promise<void> {
  const texts = timedTexts(episode, context.read(cuesTrack, episode), context.read(screenTextTrack, episode));
  const rows = texts.flatMap((from) => from.text.split('\n').map((line) => ({ from, line })));
  const hits = await screenLines(
    rows.map(({ line }) => line),
    screen,
  );
  const timed = hits.flatMap((hit) => {
    const from: TimedText | undefined = rows[hit.line - 1]?.from;
    return from ? [{ hit, from }] : [];
  });
  for (const { hit, from } of mergeSources(timed).sort((a, b) => a.from.start - b.from.start)) {
    const at = { episode: episode.number, start: from.start, end: from.end };
    const finding = reportHit(hit, at, from.confidence);
    report({ ...finding, evidence: [{ kind: 'cue', time: from.start, text: from.text }] });
  }
}
