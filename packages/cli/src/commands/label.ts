import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import {
  buildSubmission,
  decisionsName,
  describeProblem,
  openDecisions,
  standingLabels,
  type Decision,
} from '@shenpian/core';
import { localSceneRatioOptionsSchema } from '@shenpian/plugin-local-scene-ratio';
import type { CommandModule } from 'yargs';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import { openAnswers } from '../label/answers.ts';
import { standingOf, surveyOf, type Standing } from '../label/label-session.ts';
import { percent, questionText, writePictures } from '../label/question.ts';
import { assertJobs } from '../option-values.ts';
import type { Terminal } from '../output/terminal.ts';
import { runCommand } from '../run-command.ts';
import { openSession, type GlobalOptions } from '../session.ts';

interface LabelArguments extends GlobalOptions {
  readonly dir: string;
  readonly certified: boolean;
  readonly by: string | undefined;
  readonly decisions: string | undefined;
  readonly jobs: number;
}

const exitCodeOf: Readonly<Record<Standing['verdict'], ExitCode>> = {
  reached: exitCodes.clean,
  missed: exitCodes.violations,
  undecided: exitCodes.incomplete,
};

/** `shenpian label DIR` */
export const label: CommandModule<GlobalOptions, LabelArguments> = {
  command: 'label <dir>',
  describe: 'answer where shots were taken until the local-scene ratio is decided · 逐题认定取景地，直到占比可定',
  builder: (yargs) =>
    yargs
      .positional('dir', { type: 'string', demandOption: true, describe: 'folder with drama.yaml · 送审文件夹' })
      .option('certified', {
        type: 'boolean',
        default: false,
        describe: 'decide by answers alone, not by the estimate · 只按人工认定下结论',
      })
      .option('by', { type: 'string', describe: 'who answers; else the user of the machine · 认定人' })
      .option('decisions', { type: 'string', describe: 'file for the answers; else DIR/decisions.jsonl · 答案文件' })
      .option('jobs', { type: 'number', default: 1, describe: 'episodes decoded at once · 同时解码的集数' })
      .check(({ jobs, by }) => {
        assertJobs(jobs);
        if (by?.trim() === '') throw new TypeError('--by NAME');
        return true;
      }),
  handler: (given) =>
    runCommand({ ...given, interruption: 'answersKept' }, async (terminal, signal) => {
      const { registry, store, config, json } = await openSession(given);
      const folder = resolve(given.dir);
      const file = await openDecisions(
        given.decisions ?? join(folder, decisionsName),
        given.decisions ?? decisionsName,
      );
      const built = await buildSubmission(given.dir, {
        registry,
        store,
        options: config.options,
        signal,
        jobs: given.jobs,
        progress: ({ stage, doneSeconds, totalSeconds }) =>
          terminal.progress(doneSeconds, totalSeconds, terminal.text(stage)),
      });
      terminal.endProgress();
      for (const problem of built.problems) terminal.complain(terminal.localized(describeProblem(problem)));
      if (built.series === null) return exitCodes.unreadable;
      const configured = localSceneRatioOptionsSchema.parse(config.options['local-scene-ratio']);
      const options = given.certified ? { ...configured, basis: 'certified' as const } : configured;
      const survey = surveyOf(built, options);
      if (survey === null) {
        terminal.complain(terminal.text('labelNoShots', { dir: given.dir }));
        return exitCodes.unreadable;
      }

      const decisions: Decision[] = [...file.decisions];
      const decide = async (decision: Decision): Promise<void> => {
        await file.append(decision);
        decisions.push(decision);
      };
      const by = given.by?.trim() ?? userInfo().username;
      const answers = openAnswers(process.stdin, signal);
      let standing = standingOf(survey, decisions, options);
      let asked = 0;
      let shown: string | null = null;
      try {
        while (standing.verdict === 'undecided' && standing.open.length > 0) {
          const cluster = standing.open[0]!;
          if (shown !== cluster.id) {
            const pictures = await writePictures(cluster, { built, store, folder: join(folder, 'report', 'label') });
            terminal.ask(questionText(cluster, pictures, standing, { options, number: asked + 1 }, terminal));
            shown = cluster.id;
          }
          const { typed, answer } = await answers.next();
          if (answer === 'quit') break;
          if (answer === null) {
            terminal.complain(terminal.text('labelKeyUnknown', { typed }));
            continue;
          }
          if (answer === 'mixed' && cluster.shots.length === 1) {
            terminal.complain(terminal.text('labelOneShot'));
            continue;
          }
          const at = new Date().toISOString();
          if (answer === 'undo') {
            const last = standingLabels(decisions).at(-1);
            if (last === undefined) {
              terminal.complain(terminal.text('labelNothingToUndo'));
              continue;
            }
            await decide({ kind: 'undo', at, by, subject: { fingerprint: last.subject.fingerprint } });
            terminal.note(terminal.text('labelUndone', { scene: last.subject.scene }));
            asked = Math.max(0, asked - 1);
          } else {
            await decide({ kind: 'label', at, by, answer, subject: cluster.subject });
            asked += 1;
          }
          shown = null;
          standing = standingOf(survey, decisions, options);
        }
      } finally {
        answers.close();
      }
      terminal.result(
        json ? JSON.stringify(resultOf(standing, asked)) : summary(standing, options.threshold, terminal),
      );
      return built.problems.length > 0 ? exitCodes.unreadable : exitCodeOf[standing.verdict];
    }),
};

function resultOf({ verdict, estimate, open }: Standing, asked: number) {
  const { low, high, mean, probability, certified, answers } = estimate;
  return {
    verdict,
    asked,
    answers,
    estimate: { low, high, mean, probability },
    certified,
    open: open.map(({ scene, weight, shots }) => ({ scene, weight, shots })),
  };
}

function summary({ verdict, estimate, open }: Standing, threshold: number, { text }: Terminal): string {
  const { low, high, probability, certified, answers } = estimate;
  const lines = [
    text(`label-${verdict}`, { threshold: percent(threshold) }),
    text('labelNumbers', {
      low: percent(low),
      high: percent(high),
      threshold: percent(threshold),
      probability: percent(probability),
      certifiedLow: percent(certified.low),
      certifiedHigh: percent(certified.high),
      answers,
    }),
  ];
  if (verdict === 'undecided') {
    lines.push(open.length === 0 ? text('labelNothingLeft') : text('labelOpen', { count: open.length }));
  }
  return lines.join('\n');
}
