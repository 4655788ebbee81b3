import { stat, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { episodeNumber, EnvironmentError, manifestName, SubmissionError } from '@shenpian/core';
import { glob } from 'tinyglobby';
import { stringify } from 'yaml';
import type { CommandModule } from 'yargs';
import { exitCodes } from '../exit-code.ts';
import { runCommand } from '../run-command.ts';
import { terminalFor, type GlobalOptions } from '../session.ts';

interface InitArguments extends GlobalOptions {
  readonly dir: string;
  readonly force: boolean;
}

const kinds = {
  videos: ['mp4', 'mov', 'm4v', 'mkv', 'avi', 'flv', 'ts', 'webm', 'wmv', 'mpg', 'mxf'],
  scripts: ['docx', 'txt', 'md', 'fountain', 'pdf', 'xlsx', 'doc', 'wps'],
  subtitles: ['srt', 'vtt', 'ass'],
} as const;

const natural = new Intl.Collator('zh-Hans-CN', { numeric: true });

async function find(folder: string, kind: keyof typeof kinds): Promise<string[]> {
  const files = await glob(`**/*.{${kinds[kind].join(',')}}`, {
    cwd: folder,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    deep: 4,
    ignore: ['report/**', '**/.*/**', '**/node_modules/**', '**/README*', '**/ATTRIBUTION*'],
  });
  return files.filter((file) => !basename(file).startsWith('~$')).toSorted(natural.compare);
}

/** A licence may be a .pdf and a budget an .xlsx: such files are scripts where a name says so. A .doc is listed for `check` to say what to do. */
const otherDocuments = /\.(?:pdf|xlsx|doc|wps)$/i;
const scriptName = /剧本|台本|脚本|分场|场次|场景表|script|screenplay/i;

const isScript = (path: string): boolean => !otherDocuments.test(path) || scriptName.test(path);

/** What the file names have in common in front of the episode number, else the name of the folder. */
function guessTitle(folder: string, videos: readonly string[]): string {
  const stems = videos.map((file) => basename(file, extname(file)));
  const [first = ''] = stems;
  let length = first.length;
  for (const stem of stems) while (!stem.startsWith(first.slice(0, length))) length -= 1;
  const common = first
    .slice(0, length)
    .replace(/[\s_\-.（(【[]*(?:第|ep?|s\d*e?)?[\s\d_\-.]*$/i, '')
    .trim();
  return common === '' ? basename(folder) : common;
}

/** `shenpian init [dir]` */
export const init: CommandModule<GlobalOptions, InitArguments> = {
  command: 'init [dir]',
  describe: 'make drama.yaml from a folder · 由文件夹生成 drama.yaml',
  builder: (yargs) =>
    yargs
      .positional('dir', { type: 'string', default: '.', describe: 'folder of the submission · 送审文件夹' })
      .option('force', { type: 'boolean', default: false, describe: 'replace drama.yaml · 覆盖已有文件' }),
  handler: (given) =>
    runCommand(given, async () => {
      const terminal = terminalFor(given);
      const folder = resolve(given.dir);
      const info = await stat(folder).catch(() => null);
      if (info === null || !info.isDirectory()) throw new SubmissionError('submissionMissing', given.dir);
      const file = join(folder, manifestName);
      if (!given.force && (await stat(file).catch(() => null)) !== null) {
        terminal.complain(terminal.text('initExists', { file }));
        return exitCodes.unreadable;
      }
      const [videos, scripts, subtitles] = await Promise.all([
        find(folder, 'videos'),
        find(folder, 'scripts').then((files) => files.filter(isScript)),
        find(folder, 'subtitles'),
      ]);
      if (videos.length === 0 && scripts.length === 0)
        throw new SubmissionError('noEpisodes', given.dir, { patterns: '*.mp4, *.mov …' });
      const numbered = videos.map((path, i) => ({ file: path, number: episodeNumber(path) ?? i + 1 }));
      const manifest = {
        title: guessTitle(folder, videos),
        kind: 'live-action',
        episodes: numbered.toSorted((a, b) => a.number - b.number),
        ...(scripts.length === 0 ? {} : { scripts }),
        ...(subtitles.length === 0 ? {} : { subtitles }),
      };
      await writeFile(file, `${stringify(manifest)}${terminal.text('initHints')}`).catch(
        (cause: NodeJS.ErrnoException) => {
          throw new EnvironmentError(
            'outputUnwritable',
            { path: file, detail: cause.code ?? cause.message },
            { cause },
          );
        },
      );
      const counts = { videos: videos.length, scripts: scripts.length, subtitles: subtitles.length };
      if (videos.length === 0) terminal.complain(terminal.text('initNoVideo', { kinds: kinds.videos.join('、') }));
      if (given.json === true) terminal.result(JSON.stringify({ file, ...counts }));
      else terminal.result(terminal.text('initDone', { file, ...counts, dir: given.dir }));
      return exitCodes.clean;
    }),
};
