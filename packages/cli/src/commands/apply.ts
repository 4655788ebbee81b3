import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { manifestName, type CheckResult, type Decision, type Registry, type Series } from '@shenpian/core';
import { expenseLedgerOptionsSchema, judgeLedger, ledgersOf } from '@shenpian/plugin-expense-ledger';
import { localSceneRatioOptionsSchema } from '@shenpian/plugin-local-scene-ratio';
import type { CommandModule } from 'yargs';
import { factsOfClause, type Application, type CopiedDocument } from '../application/application.ts';
import { clausesNamed, policyClauses, type ChosenClause } from '../application/clause-choice.ts';
import { applicationManifest } from '../application/manifest.ts';
import { obstacleTo, writePackage } from '../application/package-folder.ts';
import { ledgerWorkbook, shotsWorkbook } from '../application/sheets.ts';
import { listShots } from '../application/shot-list.ts';
import { chooseStills } from '../application/stills.ts';
import { summaryDocument } from '../application/summary-document.ts';
import { checkGiven, submissionOptions, type SubmissionArguments } from '../checked-submission.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import { assertDate, assertJobs } from '../option-values.ts';
import type { Terminal } from '../output/terminal.ts';
import { runCommand } from '../run-command.ts';
import { openSession, type GlobalOptions, type Session } from '../session.ts';

interface ApplyArguments extends SubmissionArguments {
  readonly clause: string;
  readonly out: string;
  readonly force: boolean;
}

/** `shenpian apply [submission] --clause ID --out DIR` */
export const apply: CommandModule<GlobalOptions, ApplyArguments> = {
  command: 'apply [submission]',
  describe: 'make the application package for a clause · 生成某一条款的申报材料夹',
  builder: (yargs) =>
    yargs
      .positional('submission', { type: 'string', default: '.', describe: 'folder with drama.yaml · 送审文件夹' })
      .option('clause', {
        type: 'string',
        demandOption: true,
        describe: 'clause: 3.1, 三（一） or location-shooting · 条款',
      })
      .option('out', { type: 'string', demandOption: true, describe: 'folder for the package · 材料夹' })
      .option('force', {
        type: 'boolean',
        default: false,
        describe: 'replace an earlier package · 替换以前生成的材料夹',
      })
      .options(submissionOptions)
      .check(({ jobs, date }) => {
        assertJobs(jobs);
        assertDate(date);
        return true;
      }),
  handler: (given) =>
    runCommand(given, async (terminal, signal) => {
      const session = await openSession(given, [], given.policy);
      const chosen = chooseClause(given.clause, session.registry, terminal);
      if (chosen === null) return exitCodes.unreadable;
      const folder = resolve(given.out);
      const obstacle = await obstacleTo(folder, given.force);
      if (obstacle !== null) {
        terminal.complain(terminal.text(`apply-${obstacle}`, { out: given.out }));
        return exitCodes.unreadable;
      }
      const result = await checkGiven(given, session, terminal, { signal });
      const application = await assemble(result, chosen, session);
      if (application === null) return exitCodes.unreadable;
      signal.throwIfAborted();
      const json = await write(application, { session, submission: given.submission, folder, signal });
      terminal.result(session.json ? json : summary(application, given.out, terminal));
      return exitCodeOf(application);
    }),
};

function chooseClause(word: string, { packs }: Registry, terminal: Terminal): ChosenClause | null {
  const found = clausesNamed(word, packs);
  if (found.length === 1) return found[0]!;
  const among = (found.length === 0 ? policyClauses(packs) : found)
    .map(({ loaded, clause }) => `${loaded.pack.id}/${clause.id}（${clause.article}）`)
    .join('、');
  terminal.complain(terminal.text(found.length === 0 ? 'applyClauseUnknown' : 'applyClauseUnclear', { word, among }));
  return null;
}

/** Puts together what the package says; null when nothing could be read. */
async function assemble(
  { report, built, date }: CheckResult,
  { loaded, clause }: ChosenClause,
  { config, store }: Session,
): Promise<Application | null> {
  const { series } = built;
  const verdict = report?.verdicts.find((each) => each.pack === loaded.pack.id && each.clause === clause.id);
  if (report === null || series === null || date === null || verdict === undefined) return null;
  const facts = factsOfClause(loaded, clause);
  const aboutPlaces = facts.some((fact) => fact.startsWith('local-scene-ratio'));
  const aboutCosts = facts.some((fact) => fact.startsWith('ledger-'));
  const { tables, evidence, event } = series;
  const shots = aboutPlaces
    ? listShots(
        built,
        report.decisions as readonly Decision[],
        localSceneRatioOptionsSchema.parse(config.options['local-scene-ratio']),
      )
    : null;
  const ledger =
    ledgersOf(tables).length > 0 && (aboutCosts || !aboutPlaces)
      ? judgeLedger({
          tables,
          evidence,
          event,
          options: expenseLedgerOptionsSchema.parse(config.options['expense-ledger'] ?? {}),
        })
      : null;
  return {
    series,
    report,
    loaded,
    clause,
    verdict,
    date,
    shots,
    ledger,
    stills: await chooseStills(built, shots, store),
    documents: documentsOf(series, { loaded, clause }, { places: aboutPlaces, costs: ledger !== null }),
  };
}

/** What goes into the package: what the clause asks for, photographs where places count, and what proves costs or the release. */
function documentsOf(
  series: Series,
  { clause }: ChosenClause,
  about: { readonly places: boolean; readonly costs: boolean },
): CopiedDocument[] {
  const labels = new Map(clause.needs.map(({ type, label }) => [type, label['zh-CN']]));
  const documents: Omit<CopiedDocument, 'copy'>[] = [
    ...series.evidence
      .filter(({ type }) => labels.has(type) || about.costs)
      .map((document) => ({ ...document, kind: labels.get(document.type) ?? `其他材料（${document.type}）` })),
    ...series.tables
      .filter(({ key }) => key.startsWith('release.'))
      .map((table) => ({ ...table, kind: table.key === 'release.metrics' ? '上线数据' : '观众评论', issued: null })),
    ...(about.places
      ? series.locations.flatMap(({ name, photos }) =>
          photos.map((photo) => ({ ...photo, kind: `取景地照片：${name}`, issued: null })),
        )
      : []),
  ];
  const once = new Map(documents.map((document) => [document.path, document]));
  return [...once.values()].map(({ path, file, sha256, bytes, kind, issued }) => ({
    path,
    file,
    sha256,
    bytes,
    kind,
    issued,
    copy: path.startsWith('evidence/') ? path : `evidence/${path}`,
  }));
}

async function write(
  application: Application,
  {
    session,
    submission,
    folder,
    signal,
  }: {
    readonly session: Session;
    readonly submission: string;
    readonly folder: string;
    readonly signal: AbortSignal;
  },
): Promise<string> {
  let json = '';
  await writePackage(folder, async (draft) => {
    await draft.write('申报摘要.docx', await summaryDocument(application));
    signal.throwIfAborted();
    if (application.shots !== null) await draft.write('取景镜头表.xlsx', await shotsWorkbook(application.shots));
    if (application.ledger !== null) await draft.write('费用台账.xlsx', await ledgerWorkbook(application.ledger));
    for (const { path, jpeg } of application.stills) await draft.write(path, jpeg);
    for (const document of application.documents) {
      signal.throwIfAborted();
      await draft.copy(document, document.copy);
    }
    await draft.write('report.json', `${JSON.stringify(application.report, null, 2)}\n`);
    const drama = await readFile(join(resolve(submission), manifestName));
    const { packs, plugins } = session.registry;
    const manifest = await applicationManifest(application, {
      packs,
      plugins,
      drama: createHash('sha256').update(drama).digest('hex'),
      files: [...draft.files],
    });
    json = JSON.stringify(manifest, null, 2);
    await draft.write('manifest.json', `${json}\n`);
    signal.throwIfAborted();
  });
  return json;
}

function summary({ verdict, clause }: Application, out: string, { text, localized }: Terminal): string {
  return [
    text('applyMade', { out, article: clause.article, title: clause.title }),
    `  ${text(verdict.verdict)}`,
    ...verdict.missing.map((need) => `  ${text('summaryMissing', { text: localized(need) })}`),
    text('applyNoPromise'),
  ].join('\n');
}

function exitCodeOf({ report, verdict }: Application): ExitCode {
  if (report.problems.length > 0) return exitCodes.unreadable;
  if (report.checks.some(({ status }) => status === 'failed')) return exitCodes.incomplete;
  return verdict.verdict === 'fail' ? exitCodes.violations : exitCodes.clean;
}
