import type { CheckerDefinition } from '../checkers/define-checker.ts';
import type { Decision } from '../findings/decision.ts';
import type { Fact } from '../findings/fact.ts';
import type { Finding } from '../findings/finding.ts';
import type { Localized } from '../findings/message.ts';
import type { Check } from '../report/report.ts';
import { checkedOptions, type EpisodeTracks } from '../tracks/build-tracks.ts';
import { trackItems } from '../tracks/track-items.ts';
import type { Episode, Series } from '../work/series.ts';
import { CheckerTimeout, type CheckerHost } from './checker-host.ts';

/** Seconds that one checker may take for one episode or the series, unless told otherwise. */
export const defaultCheckerSeconds = 120;

/** What all checkers said. Facts that nobody stated are unknown, with the reason. */
export interface CheckerResults {
  readonly checks: readonly Check[];
  readonly findings: readonly Omit<Finding, 'id'>[];
  readonly facts: Readonly<Record<string, Fact>>;
}

/** What checkers are run on. */
export interface CheckerRun {
  readonly series: Series;
  /** By episode number; absent for an episode that could not be decoded. */
  readonly tracks: ReadonlyMap<number, EpisodeTracks>;
  readonly options: Readonly<Record<string, unknown>>;
  /** Episodes handed in or missing in the numbering that are not in `series`. */
  readonly unreadEpisodes: number;
  readonly decisions?: readonly Decision[];
  /** Checkers that are left out on request. */
  readonly disabled?: readonly CheckerDefinition[];
  readonly host: CheckerHost;
  readonly seconds: number;
}

const rerun: Localized = {
  'zh-CN': '排除上述原因后重新运行 shenpian check',
  en: 'Remove the cause above and run shenpian check again',
};

/** Why a checker cannot be run on an episode; null when all its tracks are there. */
function missingTrack(checker: CheckerDefinition, episode: Episode, run: CheckerRun): Localized | null {
  const built = run.tracks.get(episode.number);
  for (const { id } of checker.reads) {
    const track = built?.tracks.get(id);
    if (track !== undefined && 'items' in track) continue;
    const detail = track === undefined ? 'not decoded' : track.error.message;
    return {
      'zh-CN': `第 ${episode.number} 集的“${id}”轨未能生成：${detail}`,
      en: `episode ${episode.number}: the track "${id}" could not be built: ${detail}`,
    };
  }
  return null;
}

function itemsOf(checker: CheckerDefinition, episodes: readonly Episode[], run: CheckerRun) {
  return Object.fromEntries(
    episodes.map(({ number }) => {
      const types = [...checker.reads, ...(checker.mayRead ?? [])];
      const items = types.map((type) => [type.id, trackItems(run.tracks.get(number), type) ?? []] as const);
      return [number, Object.fromEntries(items)];
    }),
  );
}

const unread = (count: number): Localized => ({
  'zh-CN': `有 ${count} 集未能读取`,
  en: `${count} episodes could not be read`,
});

function failure(error: Error): Localized {
  if (error instanceof CheckerTimeout) {
    const { seconds } = error;
    return {
      'zh-CN': `审核失败：检查器超过 ${seconds} 秒没有完成，已停止；其余各集不再运行它`,
      en: `check failed: it took longer than ${seconds} s and was stopped; it is not run on further episodes`,
    };
  }
  return { 'zh-CN': `审核失败：${error.message}`, en: `check failed: ${error.message}` };
}

const unstated = (reason: Localized): Fact => ({ unknown: { reason, wouldSettle: rerun } });

const leftOut: Localized = { 'zh-CN': '按要求未运行', en: 'left out on request' };
const off: Localized = { 'zh-CN': '默认关闭，未运行', en: 'off unless turned on' };
const turnOn = (id: string): Localized => ({
  'zh-CN': `在 shenpian.config.ts 的 options 中启用 ${id} 后重新运行 shenpian check`,
  en: `Turn ${id} on under "options" in shenpian.config.ts and run shenpian check again`,
});

/** What a checker that is not run contributes: that it was not, and unknown facts. */
function skipped(
  { id, title, version, facts }: CheckerDefinition,
  reason: Localized,
  wouldSettle: Localized,
): Pick<CheckerResults, 'checks' | 'facts'> {
  const fact: Fact = { unknown: { reason, wouldSettle } };
  return {
    checks: [{ id, title, version, episode: null, status: 'skipped', reason, seconds: 0 }],
    facts: Object.fromEntries(Object.keys(facts).map((each) => [each, fact])),
  };
}

function isOff({ id, options, enabled }: CheckerDefinition, { options: given }: CheckerRun): boolean {
  return enabled !== undefined && !enabled(checkedOptions(id, options, given[id]));
}

/** Runs every checker. One that fails takes nothing with it but its own facts. */
export async function runCheckers(checkers: readonly CheckerDefinition[], run: CheckerRun): Promise<CheckerResults> {
  const checks: Check[] = [];
  const findings: Omit<Finding, 'id'>[] = [];
  const facts: Record<string, Fact> = {};

  for (const checker of checkers.filter((each) => !isOff(each, run))) {
    const { id, title, version, reads } = checker;
    const readable: Episode[] = [];
    let loss: Localized | null = run.unreadEpisodes > 0 && reads.length > 0 ? unread(run.unreadEpisodes) : null;
    for (const episode of run.series.episodes) {
      const reason = missingTrack(checker, episode, run);
      if (reason === null) readable.push(episode);
      else {
        loss ??= reason;
        checks.push({ id, title, version, episode: episode.number, status: 'failed', reason, seconds: 0 });
      }
    }
    const groups = checker.scope === 'series' ? [readable] : readable.map((episode) => [episode]);
    let slow: Localized | null = null;
    for (const episodes of groups) {
      const episode = checker.scope === 'series' ? null : (episodes[0]?.number ?? null);
      // Waiting out the limit again for every episode would take hours and tell nothing new.
      if (slow !== null) {
        checks.push({ id, title, version, episode, status: 'failed', reason: slow, seconds: 0 });
        continue;
      }
      const began = performance.now();
      const seconds = (): number => Math.round(performance.now() - began) / 1000;
      try {
        const input = {
          // Copied to the worker for every episode: tables of many thousand rows are for the series alone.
          series: checker.scope === 'series' ? run.series : { ...run.series, tables: [] },
          episodes,
          options: run.options[id],
          tracks: itemsOf(checker, episodes, run),
          ...(run.decisions === undefined ? {} : { decisions: run.decisions }),
        };
        const output = await run.host.run(id, input, run.seconds);
        findings.push(...output.findings);
        Object.assign(facts, output.facts);
        checks.push({ id, title, version, episode, status: 'ok', seconds: seconds() });
      } catch (thrown) {
        const reason = failure(thrown as Error);
        loss ??= reason;
        checks.push({ id, title, version, episode, status: 'failed', reason, seconds: seconds() });
        if (thrown instanceof CheckerTimeout) slow = reason;
      }
    }
    // A fact measured without some episodes is no fact about the series.
    for (const fact of Object.keys(checker.facts)) {
      if (loss !== null) facts[fact] = unstated(loss);
      else facts[fact] ??= unstated({ 'zh-CN': `${id} 没有给出该事实`, en: `${id} did not state it` });
    }
  }
  const absent = [
    ...(run.disabled ?? []).map((checker) => skipped(checker, leftOut, rerun)),
    ...checkers.filter((each) => isOff(each, run)).map((checker) => skipped(checker, off, turnOn(checker.id))),
  ];
  return {
    checks: [...checks, ...absent.flatMap((each) => each.checks)],
    findings,
    facts: Object.assign(facts, ...absent.map((each) => each.facts)) as Record<string, Fact>,
  };
}
