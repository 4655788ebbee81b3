import { join } from 'node:path';
import { describeProblem, type Problem } from '../errors.ts';
import type { Finding } from '../findings/finding.ts';
import { fingerprint } from '../checkers/fingerprint.ts';
import { collect } from '../ingest/read-episodes.ts';
import { scriptStatistics } from '../ingest/script-statistics.ts';
import { manifestName } from '../ingest/read-submission.ts';
import { evaluatePack } from '../policy/evaluate.ts';
import { seriesFacts } from '../policy/series-facts.ts';
import { thresholdsOf, type Threshold } from '../policy/thresholds.ts';
import type { Verdict } from '../policy/verdict.ts';
import { buildReport } from '../report/build-report.ts';
import type { Report } from '../report/report.ts';
import { decisionsName, openDecisions } from '../review/decision-file.ts';
import type { EpisodeTracks } from '../tracks/build-tracks.ts';
import type { Episode } from '../work/series.ts';
import { buildSubmission, type BuiltSubmission, type SubmissionSettings } from './build-submission.ts';
import { openCheckerHost } from './checker-host.ts';
import { frameAt, withFrames, type EvidencePictures } from './evidence-pictures.ts';
import type { Registry } from './registry.ts';
import { defaultCheckerSeconds, runCheckers } from './run-checkers.ts';
import { toolVersion } from './tool-version.ts';

/** How a check is run. */
export interface CheckSettings extends SubmissionSettings {
  /** ISO date whose rules apply; left out: the filing date, or today. */
  readonly date?: string;
  /** Seconds one checker may take. */
  readonly checkerSeconds?: number;
  /** File with reviewers' decisions; left out: `decisions.jsonl` in the submission. */
  readonly decisions?: string;
}

/** What a check gives. `report` is null when there was nothing to check. */
export interface CheckResult {
  readonly report: Report | null;
  readonly problems: readonly Problem[];
  readonly pictures: EvidencePictures;
  /** ISO date whose rules the report applies; null when there was nothing to check. */
  readonly date: string | null;
  /** What the report was made from: the series as read, and its tracks. */
  readonly built: BuiltSubmission;
  /** Decoding processes that ran; 0 when every track was in the store. */
  readonly decodes: number;
}

/** Today's ISO date in China, UTC+8 without summer time: the rules are China's, wherever the machine is. */
export function todayInChina(): string {
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

/** A number of a clause that does not apply is no mark to be measured against. */
function isOfApplicable(verdicts: readonly Verdict[]): (threshold: Threshold) => boolean {
  const idle = new Set(
    verdicts.filter(({ verdict }) => verdict === 'notApplicable').map(({ pack, clause }) => `${pack}/${clause}`),
  );
  return ({ pack, clause }) => !idle.has(`${pack}/${clause}`);
}

/**
 * Runs a submission through every stage. Bad files become problems and the rest is still checked; nothing is written.
 *
 * @throws EnvironmentError when ffmpeg or the options are not as needed; SubmissionError when the file given for decisions is not
 *   there; the abort reason when cancelled.
 */
export async function checkSubmission(folder: string, settings: CheckSettings): Promise<CheckResult> {
  const { registry, signal, options } = settings;
  // A wrong name is told now, not after hours of decoding.
  const given =
    settings.decisions === undefined
      ? null
      : await openDecisions(settings.decisions, settings.decisions, { mustExist: true });
  const built = await buildSubmission(folder, settings);
  const pictures: EvidencePictures = new Map();
  const { series, tracks, unreadEpisodes } = built;
  const problems = [...built.problems];
  if (series === null) return { report: null, problems, pictures, date: null, built, decodes: 0 };
  problems.push(...unknownClaims(series.claims, registry));
  // Those of the submission may have grown while it was decoded.
  const file = given ?? (await collect(problems, () => openDecisions(join(folder, decisionsName), decisionsName)));
  const decisions = [...(file?.decisions ?? [])];
  const totalSeconds = series.episodes.reduce((sum, { input }) => sum + input.probe.videoSeconds, 0);
  settings.progress?.({ stage: 'checking', doneSeconds: totalSeconds, totalSeconds });

  const host = openCheckerHost(registry.plugins, signal);
  const results = await runCheckers(registry.checkers, {
    series,
    tracks,
    decisions,
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
      const poster = frameAt(number, input.probe.videoSeconds * 0.3, tracks.get(number), pictures);
      return poster === null ? [] : [[number, poster] as const];
    }),
  );
  const findings = [...results.findings, ...damageFindings(series.episodes, tracks, problems)];
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
    findings: withFrames(findings, tracks, pictures),
    verdicts,
    thresholds: registry.packs.flatMap((pack) => thresholdsOf(pack, date)).filter(isOfApplicable(verdicts)),
    decisions,
  });
  return {
    report,
    problems,
    pictures,
    date,
    built,
    decodes: [...tracks.values()].filter(({ decoded }) => decoded).length,
  };
}
