import {
  cuesTrack,
  defineChecker,
  formatTime,
  screenTextTrack,
  scriptPosition,
  type CheckerContext,
  type Episode,
  type Evidence,
  type Level,
  type Localized,
  type Script,
  type ScriptLine,
} from '@shenpian/core';
import { reportHit } from './hit-report.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { starterLexicons } from './lexicon/starter-lexicons.ts';
import { messages, type MessageId } from './messages.ts';
import { optionsSchema, type Options } from './options.ts';
import { screenLines, type ScreenedLine, type ScreenOptions } from './screening/screen-text.ts';
import { reportNotice } from './titles/title-notice.ts';
import { judgeTitle } from './titles/title-rules.ts';
import { followsAtOnce, mergeSources, timedLines, timedTexts, timeHits } from './timed-texts.ts';

type Context = CheckerContext<Options, MessageId>;
type Report = Context['report'];

/**
 * Screens titles, scripts, subtitles and text on screen of all episodes. Series scope: it counts over the whole series, and
 * scripts belong to no single episode.
 */
export const sensitiveTerms = defineChecker({
  id: 'sensitive-terms',
  title: { 'zh-CN': '敏感词筛查', en: 'Sensitive terms' },
  version: 2,
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
    const screen = { lexicons, context: options.context, homophones: options.homophones };
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
  for (const script of series.scripts) {
    const { path, lines } = script;
    for (const hit of await screenLines(screenedLines(script), screen)) {
      const line = lines[hit.line - 1];
      if (!line) continue;
      const at = scriptPosition(path, line, hit);
      const next = hit.lengthInNextLine > 0 ? lines[hit.line] : undefined;
      const where = whereOf(line);
      const evidence = next ? [evidenceOf(path, line), evidenceOf(path, next)] : [evidenceOf(path, line, hit.context)];
      report({ ...reportHit(hit, at, where ? { where } : {}), evidence });
    }
  }
}

/** The lines of a script; those of a subtitle file go on with the sentence of the subtitle before. */
function screenedLines({ lines }: Script): ScreenedLine[] {
  return lines.map(({ text, time }, index) => {
    const next = lines[index + 1]?.time;
    return { text, goesOn: time !== undefined && next !== undefined && followsAtOnce(time, next) };
  });
}

function whereOf({ scene, time }: ScriptLine): Localized | null {
  if (time) return { 'zh-CN': formatTime(time.start), en: formatTime(time.start) };
  return scene === null ? null : { 'zh-CN': `第 ${scene} 场`, en: `scene ${scene}` };
}

function evidenceOf(path: string, { text, time }: ScriptLine, context = text): Evidence {
  return time ? { kind: 'cue', path, time: time.start, text: context } : { kind: 'script', path, text: context };
}

async function checkEpisode(
  context: Context,
  episode: Episode,
  { screen, report }: { readonly screen: ScreenOptions; readonly report: Report },
): Promise<void> {
  const lines = timedLines(
    timedTexts(episode, context.read(cuesTrack, episode), context.read(screenTextTrack, episode)),
  );
  const hits = timeHits(await screenLines(lines, screen), lines);
  for (const { hit, from, texts } of mergeSources(hits).sort((a, b) => a.from.start - b.from.start)) {
    const at = { episode: episode.number, start: from.start, end: from.end };
    const finding = reportHit(hit, at, { confidence: from.confidence });
    report({ ...finding, evidence: texts.map(({ start, text }) => ({ kind: 'cue', time: start, text })) });
  }
}
