import { shotsTrack } from '@shenpian/core';
import { shotsToCsv, shotsToEdl } from '@shenpian/plugin-shots';
import { basename, extname } from 'node:path';
import type { CommandModule } from 'yargs';
import { chooseFormat } from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import type { GlobalOptions } from '../session.ts';
import { runVideoCommand } from '../video-command.ts';

interface ShotsArguments extends GlobalOptions {
  readonly videos: string[];
  readonly format: string | undefined;
  readonly out: string | undefined;
}

const formats = ['json', 'csv', 'edl'];

/** `shenpian shots VIDEO…` */
export const shots: CommandModule<GlobalOptions, ShotsArguments> = {
  command: 'shots <videos..>',
  describe: 'shot list of videos · 镜头表',
  builder: (yargs) =>
    yargs
      .positional('videos', { type: 'string', array: true, demandOption: true, describe: 'video files · 视频文件' })
      .option('format', {
        type: 'string',
        choices: formats,
        describe: 'output format; else that of --out · 输出格式',
      })
      .option('out', { type: 'string', describe: 'file, or folder for several videos · 输出位置' }),
  handler: (given) =>
    runCommand(given, (terminal, signal) => {
      const format = chooseFormat(given, formats, 'csv');
      return runVideoCommand(
        {
          given,
          videos: given.videos,
          type: shotsTrack,
          format,
          options: {},
          toJson: ({ items }) => ({ shots: items }),
          render({ items, episode }) {
            const { fps } = episode.input.probe;
            if (format === 'csv') return shotsToCsv(items, fps);
            const clip = basename(episode.input.path);
            return shotsToEdl(items, { title: basename(clip, extname(clip)), clip, fps });
          },
        },
        terminal,
        signal,
      );
    }),
};
