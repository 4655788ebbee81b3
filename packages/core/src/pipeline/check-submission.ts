import { describeProblem, SubmissionError, type Problem } from '../errors.ts';
import type { Finding } from '../findings/finding.ts';
import { damageOf } from '../media/damage.ts';
import { fingerprint } from '../checkers/fingerprint.ts';
import { scriptStatistics } from '../ingest/script-statistics.ts';
import { manifestName, readSubmission } from '../ingest/read-submission.ts';
import { evaluatePack } from '../policy/evaluate.ts';
import { seriesFacts } from '../policy/series-facts.ts';
import { thresholdsOf } from '../policy/thresholds.ts';
import { buildReport } from '../report/build-report.ts';
import type { Report } from '../report/report.ts';
import { buildTracks, checkedOptions, trackOptions, type EpisodeTracks } from '../tracks/build-tracks.ts';
import type { TrackStore } from '../tracks/track-store.ts';
import type { Episode } from '../work/series.ts';
import { openCheckerHost } from './checker-host.ts';
import { frameAt, withFrames, type EvidencePictures } from './evidence-pictures.ts';
import type { Registry } from './registry.ts';
import { defaultCheckerSeconds, runCheckers } from './run-checkers.ts';
import { toolVersion } from './tool-version.ts';

/** How a check is run. */
export interface CheckSettings {
  readonly registry: Registry;
  readonly store: TrackStore;
  /** Options by track or checker id, unchecked. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  /** Episodes decoded at the same time. */
  readonly jobs: number;
  /** Longest file taken for an episode, minutes. */
  readonly maxMinutes?: number;
  /** ISO date whose rules apply; left out: the filing date, or today. */
  readonly date?: string;
  /** Seconds one checker may take. */
  readonly checkerSeconds?: number;
  progress?(state: CheckProgress): void;
}

/** How far a check is. Seconds of picture, over all episodes. */
export interface CheckProgress {
  readonly stage: 'reading' | 'decoding' | 'checking';
  readonly doneSeconds: number;
  readonly totalSeconds: number;
}

/** What a check gives. `report` is null when there was nothing to check. */
export interface CheckResult {
  readonly report: Report | null;
  readonly problems: readonly Problem[];
  readonly pictures: EvidencePictures;
  /** Decoding processes that ran; 0 when every track was in the store. */
  readonly decodes: number;
}

async function buildEpisodes(episodes: readonly Episode[], settings: CheckSettings, problems: Problem[]) {
  const built = new Map<number, EpisodeTracks>();
  const done = new Map<number, number>();
  const totalSeconds = episodes.reduce((sum, { input }) => sum + input.probe.videoSeconds, 0);
  const advance = (episode: Episode, seconds: number): void => {
    done.set(episode.number, Math.min(seconds, episode.input.probe.videoSeconds));
    const doneSeconds = [...done.values()].reduce((sum, each) => sum + each, 0);
    settings.progress?.({ stage: 'decoding', doneSeconds, totalSeconds });
  };
  const { default: PQueue } = await import('p-queue');
  const queue = new PQueue({ concurrency: settings.jobs });
  const failures: unknown[] = [];
  await queue.addAll(
    episodes.map((episode) => async () => {
      // After an error or Ctrl-C nothing new is begun, but what runs is waited for.
      if (failures.length > 0) return;
      try {
        const tracks = await buildTracks(episode, settings.registry.tracks, {
          store: settings.store,
          options: settings.options,
          signal: settings.signal,
          progress: (seconds) => advance(episode, seconds),
        });
        built.set(episode.number, tracks);
        const { decode } = tracks;
        const damage = decode === null ? null : damageOf(episode.input, decode);
        if (damage !== null) problems.push(damage);
      } catch (thrown) {
        if (!(thrown instanceof SubmissionError)) {
          failures.push(thrown);
          return;
        }
        problems.push({ code: thrown.code, path: thrown.path, data: thrown.data });
      }
      advance(episode, episode.input.probe.videoSeconds);
    }),
  );
  if (failures.length > 0) throw failures[0];
  return built;
}

/** Today's ISO date in China, UTC+8 without summer time: the rules are China's, wherever the machine is. */
function todayInChina(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Claims that no clause answers to: a typo there would silently judge nothing. */
function unknownClaims(claims: readonly string[], { packs }: Registry): Problem[] {
  const policies = packs.filter(({ pack }) => pack.kind === 'policy');
  const known = policies.flatMap(({ pack }) => pack.clauses.map(({ id }) => id));
  const full = new Set(policies.flatMap(({ pack }) => pack.clauses.map(({ id }) => `${pack.id}/${id}`)));
  return claims
    .filter((claim) => !known.includes(claim) && !full.has(claim))
    .map((claim) => ({ code: 'claimUnknown', path: manifestName, data: { claim, known: known.join(', ') } }));
}

/** The missing part of a damaged file, as a finding with the picture before it. */
function damageFindings(
  episodes: readonly Episode[],
  built: ReadonlyMap<number, EpisodeTracks>,
  problems: readonly Problem[],
) {
  return episodes.flatMap(({ number, input }): Omit<Finding, 'id'>[] => {
    const problem = problems.find(
      ({ code, path }) => (code === 'truncated' || code === 'damaged') && path === input.path,
    );
    const end = built.get(number)?.decode?.seconds;
    if (problem === undefined || end === undefined) return [];
    const rule = `ingest/${problem.code}`;
    const start = problem.code === 'truncated' ? end : 0;
    return [
      {
        fingerprint: fingerprint(rule, [input.sha256], 0),
        checker: 'ingest',
        rule,
        level: 'warning',
        message: describeProblem(problem),
        confidence: 1,
        at: { episode: number, start, end: input.probe.videoSeconds },
        evidence: [],
        standards: [],
      },
    ];
  });
}

/**
 * Runs a submission through every stage. Bad files become problems and the rest is still checked; nothing is written.
 *
 * @throws EnvironmentError when ffmpeg or the options are not as needed; the abort reason when cancelled.
 */
export async function checkSubmission(folder: string, settings: CheckSettings): Promise<CheckResult> {
  const { registry, signal, options } = settings;
  // Options are checked before any file is opened.
  for (const track of registry.tracks) trackOptions(track, options);
  for (const { id, options: schema } of registry.checkers) checkedOptions(id, schema, options[id]);

  settings.progress?.({ stage: 'reading', doneSeconds: 0, totalSeconds: 0 });
  const submission = await readSubmission(folder, {
    signal,
    ...(settings.maxMinutes === undefined ? {} : { maxMinutes: settings.maxMinutes }),
  });
  const pictures: EvidencePictures = new Map();
  const { series } = submission;
  const problems = [...submission.problems];
  if (series === null) return { report: null, problems, pictures, decodes: 0 };

  problems.push(...unknownClaims(series.claims, registry));

  const before = problems.length;
  const built = await buildEpisodes(series.episodes, settings, problems);
  // Nothing is a fact about the series while a part of it was not seen.
  const unreadEpisodes = submission.unreadEpisodes + problems.length - before;
  signal.throwIfAborted();
  const totalSeconds = series.episodes.reduce((sum, { input }) => sum + input.probe.videoSeconds, 0);
  settings.progress?.({ stage: 'checking', doneSeconds: totalSeconds, totalSeconds });

  const host = openCheckerHost(registry.plugins, signal);
  const results = await runCheckers(registry.checkers, {
    series,
    tracks: built,
    options,
    unreadEpisodes,
    disabled: registry.disabled,
    host,
    seconds: settings.checkerSeconds ?? defaultCheckerSeconds,
  }).finally(() => host.close());
  signal.throwIfAborted();

  const facts = { ...results.facts, ...seriesFacts(series, unreadEpisodes) };
  const date = settings.date ?? series.filing.date ?? todayInChina();
  const verdicts = registry.packs.flatMap((pack) =>
    evaluatePack(pack, { facts, evidence: series.evidence, date, claims: series.claims }),
  );
  const posters = new Map(
    series.episodes.flatMap(({ number, input }) => {
      const poster = frameAt(number, input.probe.videoSeconds * 0.3, built.get(number), pictures);
      return poster === null ? [] : [[number, poster] as const];
    }),
  );
  const findings = [...results.findings, ...damageFindings(series.episodes, built, problems)];
  const report = buildReport({
    tool: toolVersion,
    generatedAt: new Date().toISOString(),
    series,
    posters,
    statistics: new Map(series.scripts.map((script) => [script, scriptStatistics(script)])),
    problems: problems.map((problem) => ({
      code: problem.code,
      path: problem.path,
      message: describeProblem(problem),
    })),
    checks: results.checks,
    facts,
    declarations: registry.factDeclarations,
    findings: withFrames(findings, built, pictures),
    verdicts,
    thresholds: registry.packs.flatMap((pack) => thresholdsOf(pack, date)),
  });
  return { report, problems, pictures, decodes: [...built.values()].filter(({ decoded }) => decoded).length };
}
