import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import {
  changedVerdicts,
  checkSubmission,
  describeClause,
  describePackProblem,
  describeProblem,
  diffPacks,
  loadPack,
  packJsonSchema,
  reportSchema,
  runPackTests,
  todayInChina,
  type LoadedPack,
  type Report,
} from '@shenpian/core';
import type { CommandModule } from 'yargs';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import { assertDate } from '../option-values.ts';
import type { Terminal } from '../output/terminal.ts';
import { diffText } from '../policy/diff-text.ts';
import { clauseExplanation, clausesNamed, verdictExplanation, type ChosenClause } from '../policy/explain-text.ts';
import { listText, packText } from '../policy/pack-text.ts';
import { runCommand } from '../run-command.ts';
import { openSession, type GlobalOptions, type Session } from '../session.ts';

interface PolicyArguments extends GlobalOptions {
  readonly action: string;
  readonly id: string | undefined;
  readonly with: string | undefined;
  readonly policy: string[];
  readonly date: string | undefined;
}

type Given = Parameters<NonNullable<CommandModule<GlobalOptions, PolicyArguments>['handler']>>[0];

/** What an action works with. */
interface PolicyRun {
  readonly given: Given;
  readonly session: Session;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

const isYaml = (name: string): boolean => ['.yaml', '.yml'].includes(extname(name).toLowerCase());

/** Packs by id, or the one of a YAML file, checked against the facts that are loaded; null when it was said what is wrong. */
async function choose(name: string | undefined, { session, terminal }: PolicyRun): Promise<LoadedPack[] | null> {
  const { packs, factDeclarations } = session.registry;
  if (name === undefined) return [...packs];
  if (isYaml(name)) {
    const result = await loadPack(resolve(name), factDeclarations);
    if (result.ok) return [result.pack];
    for (const problem of result.problems) terminal.complain(terminal.localized(describePackProblem(problem)));
    return null;
  }
  const chosen = packs.filter(({ pack }) => pack.id === name);
  if (chosen.length > 0) return chosen;
  terminal.complain(terminal.text('policyUnknown', { id: name, known: packs.map(({ pack }) => pack.id).join(', ') }));
  return null;
}

function test(packs: readonly LoadedPack[], { terminal, session }: PolicyRun): ExitCode {
  const results = packs.flatMap((pack) => runPackTests(pack));
  const failed = results.filter(({ passed }) => !passed).length;
  if (session.json) {
    terminal.result(JSON.stringify(results));
    return failed === 0 ? exitCodes.clean : exitCodes.violations;
  }
  for (const { pack, clause, name, expected, verdict, passed } of results) {
    const got = passed ? '' : `  ${terminal.text('policyGot', { expected, got: verdict.verdict })}`;
    terminal.result(`${passed ? '✓' : '✗'} ${pack}/${clause}: ${name}${got}`);
    if (!passed) for (const line of verdict.because) terminal.result(`    ${terminal.localized(line)}`);
  }
  terminal.result(terminal.text('policyTested', { passed: results.length - failed, failed }));
  return failed === 0 ? exitCodes.clean : exitCodes.violations;
}

/** A report that was written before, or one made now: tracks that are stored are not decoded again. */
async function reportOf(where: string, { session, terminal, signal, given }: PolicyRun): Promise<Report | null> {
  if (extname(where).toLowerCase() === '.json') {
    const read = await readFile(resolve(where), 'utf8').then(
      (text) => reportSchema.safeParse(parsedJson(text)),
      () => null,
    );
    if (read?.success === true) return read.data;
    terminal.complain(terminal.text('explainNoReport', { file: where }));
    return null;
  }
  const { registry, store, config } = session;
  const result = await checkSubmission(where, {
    registry,
    store,
    options: config.options,
    signal,
    jobs: 1,
    ...(given.date === undefined ? {} : { date: given.date }),
    progress: ({ stage, doneSeconds, totalSeconds }) =>
      terminal.progress(doneSeconds, totalSeconds, terminal.text(stage)),
  });
  terminal.endProgress();
  for (const problem of result.problems) terminal.complain(terminal.localized(describeProblem(problem)));
  return result.report;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function explain(run: PolicyRun): Promise<ExitCode> {
  const { given, session, terminal } = run;
  const { packs } = session.registry;
  if (given.id === undefined) {
    terminal.complain(terminal.text('explainWhich'));
    return exitCodes.unreadable;
  }
  const found = clausesNamed(given.id, packs);
  const [chosen] = found;
  if (chosen === undefined || found.length > 1) {
    const known = found.map(nameOf).join(', ');
    const id = found.length > 1 ? 'explainSeveral' : 'explainUnknown';
    terminal.complain(terminal.text(id, { clause: given.id, known }));
    return exitCodes.unreadable;
  }
  if (given.with === undefined) {
    const date = given.date ?? todayInChina();
    if (session.json) {
      const conditions = describeClause(chosen.loaded, chosen.clause.id, date);
      terminal.result(JSON.stringify({ pack: chosen.loaded.pack.id, date, clause: chosen.clause, conditions }));
    } else terminal.result(clauseExplanation(chosen, date, terminal));
    return exitCodes.clean;
  }
  const report = await reportOf(given.with, run);
  const verdict = report?.verdicts.find(
    ({ pack, clause }) => pack === chosen.loaded.pack.id && clause === chosen.clause.id,
  );
  if (report === null) return exitCodes.unreadable;
  if (verdict === undefined) {
    terminal.complain(terminal.text('explainNotInReport', { clause: nameOf(chosen), file: given.with }));
    return exitCodes.unreadable;
  }
  terminal.result(session.json ? JSON.stringify(verdict) : verdictExplanation(verdict, terminal));
  if (report.problems.length > 0) return exitCodes.unreadable;
  return verdict.verdict === 'fail' ? exitCodes.violations : exitCodes.clean;
}

const nameOf = ({ loaded, clause }: ChosenClause): string => `${loaded.pack.id}/${clause.id}`;

async function diff(run: PolicyRun): Promise<ExitCode> {
  const { given, session, terminal } = run;
  if (given.id === undefined || given.with === undefined) {
    terminal.complain(terminal.text('diffTwo'));
    return exitCodes.unreadable;
  }
  const [before, after] = [await choose(given.id, run), await choose(given.with, run)];
  const [old, fresh] = [before?.[0], after?.[0]];
  if (old === undefined || fresh === undefined) return exitCodes.unreadable;
  const changes = diffPacks(old.pack, fresh.pack);
  const verdicts = changedVerdicts(old, fresh);
  if (session.json) terminal.result(JSON.stringify({ changes, verdicts }));
  else terminal.result(diffText([old, fresh], changes, verdicts, terminal));
  return exitCodes.clean;
}

async function show(run: PolicyRun): Promise<ExitCode> {
  const { given, session, terminal } = run;
  if (given.id === undefined) {
    const known = session.registry.packs.map(({ pack }) => pack.id).join(', ');
    terminal.complain(terminal.text('policyWhich', { known }));
    return exitCodes.unreadable;
  }
  const [pack] = (await choose(given.id, run)) ?? [];
  if (pack === undefined) return exitCodes.unreadable;
  terminal.result(session.json ? JSON.stringify(pack.pack) : packText(pack, terminal));
  return exitCodes.clean;
}

const actions: Readonly<Record<string, (run: PolicyRun) => Promise<ExitCode>>> = {
  async list(run) {
    const packs = await choose(run.given.id, run);
    if (packs === null) return exitCodes.unreadable;
    const { terminal, session } = run;
    terminal.result(session.json ? JSON.stringify(packs.map(({ pack }) => pack)) : listText(packs, terminal));
    return exitCodes.clean;
  },
  show,
  async test(run) {
    const packs = await choose(run.given.id, run);
    return packs === null ? exitCodes.unreadable : test(packs, run);
  },
  explain,
  diff,
};

/** `shenpian policy list|show|test|explain|diff|schema` */
export const policy: CommandModule<GlobalOptions, PolicyArguments> = {
  command: 'policy <action> [id] [with]',
  describe: 'policy packs and standards: list, show, test, explain, diff, schema · 政策包与标准',
  builder: (yargs) =>
    yargs
      .positional('action', {
        type: 'string',
        choices: [...Object.keys(actions), 'schema'],
        demandOption: true,
        describe: 'list, show, test, explain, diff or schema · 列出、查看、自测、解释、比较、编辑器模式',
      })
      .positional('id', {
        type: 'string',
        describe: 'pack id or YAML file; a clause for explain · 政策包编号或 YAML 文件；explain 时为条款',
      })
      .positional('with', {
        type: 'string',
        describe:
          'explain: submission or report.json; diff: the newer pack · explain 时为送审文件夹或 report.json，diff 时为新包',
      })
      .option('policy', {
        type: 'string',
        array: true,
        default: [],
        describe: 'YAML file of a pack of your own · 自己的政策包文件',
      })
      .option('date', { type: 'string', describe: 'date whose rules apply (YYYY-MM-DD) · 按该日期的规则' })
      .check(({ date }) => {
        assertDate(date);
        return true;
      }),
  handler: (given) =>
    runCommand(given, async (terminal, signal) => {
      // The schema is of the format, not of what is loaded.
      if (given.action === 'schema') {
        terminal.result(JSON.stringify(packJsonSchema(), null, 2));
        return exitCodes.clean;
      }
      const session = await openSession(given, [], given.policy);
      return (actions[given.action] ?? show)({ given, session, terminal, signal });
    }),
};
