import { shotsTrack } from '@shenpian/core';
import { shotsToCsv, shotsToEdl } from '@shenpian/plugin-shots';
import { basename, extname } from 'node:path';
import type { CommandModule } from 'yargs';
import { chooseFormat } from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import type { GlobalOptions } from '../session.ts';
import { runVideoCommand, type VideoResult, type VideoSession } from '../video-command.ts';
import { readVideoTrack } from '../video-track.ts';

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
      const read = async (video: string, session: VideoSession): Promise<VideoResult> => {
        const { items, episode, problems } = await readVideoTrack(video, shotsTrack, {}, session);
        const { fps } = episode.input.probe;
        const clip = basename(episode.input.path);
        return {
          json: { shots: items },
          render: () =>
            format === 'csv'
              ? shotsToCsv(items, fps)
              : shotsToEdl(items, { title: basename(clip, extname(clip)), clip, fps }),
          problems,
        };
      };
      const plugin = import.meta.resolve('@shenpian/plugin-shots');
      return runVideoCommand({ given, videos: given.videos, format, plugin, read }, terminal, signal);
    }),
};
