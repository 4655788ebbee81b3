// Contracts
export { duration, overlap, type TimeRange } from './time/range.ts';
export { formatTime } from './time/timecode.ts';
export {
  fillMessage,
  languages,
  type Language,
  type Localized,
  type MessageData,
  type MessageTable,
} from './findings/message.ts';
export {
  evidenceSchema,
  findingSchema,
  levels,
  localizedSchema,
  positionSchema,
  standardSchema,
  type Evidence,
  type Finding,
  type Level,
  type Position,
  type Standard,
} from './findings/finding.ts';
export {
  decisionSchema,
  standingLabels,
  type Decision,
  type DecisionSubject,
  type LabelDecision,
} from './findings/decision.ts';
export {
  factSchema,
  factValueSchema,
  unknownFact,
  type Fact,
  type FactDeclaration,
  type Facts,
  type FactValue,
} from './findings/fact.ts';
export type { Input, Probe, SubtitleStream, TechnicalProbe, TechnicalSound, VideoInput } from './work/input.ts';
export type { DataRow, DataSheet, DataTable, MergedCell } from './work/data-table.ts';
export type { IndustryEvent } from './work/event.ts';
export type { Script, ScriptLine, ScriptLineKind, ScriptScene, ScriptStatistics } from './work/script.ts';
export {
  emptySeries,
  seriesKinds,
  seriesKindWords,
  type Episode,
  type EvidenceDocument,
  type Location,
  type Series,
  type SeriesKind,
  type SidecarCue,
  type SidecarSubtitles,
  type Vocabulary,
} from './work/series.ts';
export {
  describeProblem,
  EnvironmentError,
  environmentMessages,
  problemMessages,
  SubmissionError,
  type EnvironmentCode,
  type Problem,
  type ProblemCode,
} from './errors.ts';

// Media
export type { Picture, Region, Sample, SampleRequest } from './media/sample.ts';
export type { ScoutedPicture } from './media/scout.ts';
export { damageOf } from './media/damage.ts';
export type { DecodeRecord } from './media/decode.ts';
export { resolveFfmpeg, type FfmpegBinary, type FfmpegSource, type FfmpegTools } from './media/ffmpeg.ts';
export { probe } from './media/probe.ts';
export { sharedCopy } from './media/shared-copy.ts';
export { copyWithTag, streamHashes } from './media/tagged-copy.ts';

// Ingest
export { readDataTable } from './ingest/data-table-file.ts';
export { decodeText } from './ingest/text-file.ts';
export { episodeNumber } from './ingest/episode-number.ts';
export { readScript, scriptExtensions } from './ingest/script-file.ts';
export { scriptStatistics } from './ingest/script-statistics.ts';
export {
  chooseTextStream,
  readEmbeddedSubtitles,
  type EmbeddedSubtitles,
  type TextSubtitleStream,
} from './ingest/embedded-subtitles.ts';
export { openVideo, type OpenedVideo } from './ingest/open-video.ts';
export { readSubtitles } from './ingest/subtitle-file.ts';
export { manifestSchema, type Manifest } from './ingest/manifest.ts';
export { manifestName, readSubmission, type Submission } from './ingest/read-submission.ts';

// Tracks
export { defineTrackType, type TrackType } from './tracks/track-type.ts';
export {
  boxSchema,
  cueRepairSchema,
  cueSchema,
  cuesTrack,
  doubtfulCharacterSchema,
  screenTextSchema,
  screenTextTrack,
  shotSchema,
  shotsTrack,
  stillSchema,
  stillsTrack,
  type Box,
  type Cue,
  type CueRepair,
  type DoubtfulCharacter,
  type ScreenText,
  type Shot,
  type Still,
} from './tracks/standard-tracks.ts';
export { defineTrack, type SamplePlan, type TrackContext, type TrackDefinition } from './tracks/define-track.ts';
export { defaultStoreFolder, openTrackStore, type TrackStore } from './tracks/track-store.ts';
export { buildTracks, type BuildSettings, type BuiltTrack, type EpisodeTracks } from './tracks/build-tracks.ts';
export { trackItems } from './tracks/track-items.ts';
export { samplesInThread, type ThreadSettings } from './tracks/sample-thread.ts';

// Checkers
export {
  defineChecker,
  type CheckerContext,
  type CheckerDefinition,
  type FindingReport,
} from './checkers/define-checker.ts';
export { isCellError } from './checkers/cell-error.ts';
export { parseDateCell, parseDateText } from './checkers/date-text.ts';
export {
  cellOf,
  dateCellOf,
  filledCellOf,
  mergedAbove,
  namedTable,
  type NamedColumn,
  type NamedTable,
} from './checkers/named-columns.ts';
export { normalText } from './checkers/normal-text.ts';
export { scriptPosition } from './checkers/script-position.ts';
export { fingerprint } from './checkers/fingerprint.ts';
export { runChecker, type CheckerInput, type CheckerOutput } from './checkers/run-checker.ts';

// Policy
export {
  sensitivitySchema,
  stepSchema,
  verdictKinds,
  verdictSchema,
  type Sensitivity,
  type Step,
  type Verdict,
  type VerdictKind,
} from './policy/verdict.ts';
export type { PackSource } from './policy/define-pack.ts';
export type { FactDeclarations, LoadedPack, PackResult } from './policy/compile-pack.ts';
export { describeClause, type ConditionLine } from './policy/describe-clause.ts';
export { changedVerdicts, diffPacks, type PackChange, type VerdictChange } from './policy/diff-pack.ts';
export { evaluatePack, type PolicyInput } from './policy/evaluate.ts';
export { loadPack } from './policy/load-pack.ts';
export { packSchema, type Pack, type PackClause } from './policy/pack.ts';
export { packJsonSchema } from './policy/pack-json-schema.ts';
export { describePackProblem, type PackProblem } from './policy/pack-problem.ts';
export { runPackTests, type PackTestResult } from './policy/pack-tests.ts';
export { seriesFactDeclarations, seriesFacts } from './policy/series-facts.ts';

// Report
export {
  checkSchema,
  problemSchema,
  reportSchema,
  type Check,
  type Report,
  type ReportedProblem,
} from './report/report.ts';
export { defineReporter, type ReporterDefinition, type ReportOutput } from './report/define-reporter.ts';

// Review
export { decisionsName, openDecisions, type DecisionFile } from './review/decision-file.ts';

// Pipeline
export {
  buildSubmission,
  type BuiltSubmission,
  type CheckProgress,
  type SubmissionSettings,
} from './pipeline/build-submission.ts';
export { definePlugin, type Plugin } from './pipeline/plugin.ts';
export { importModule, loadPlugins, resolvePlugin, type PluginUrl } from './pipeline/load-plugins.ts';
export { pluginContract, type ContractResult } from './pipeline/plugin-contract.ts';
export { nearestStill, stillName } from './pipeline/evidence-pictures.ts';
export { loadRegistry, loadTracks, type Registry } from './pipeline/registry.ts';
export { checkSubmission, todayInChina, type CheckResult, type CheckSettings } from './pipeline/check-submission.ts';
export { writeReport, type WriteSettings } from './pipeline/write-report.ts';
export { readTrack, type FileTrack } from './pipeline/read-track.ts';
export { toolVersion } from './pipeline/tool-version.ts';
export { defineConfig, loadConfig, type Config, type LoadedConfig } from './config/config.ts';
