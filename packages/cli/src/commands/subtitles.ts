import { cuesTrack } from '@shenpian/core';
import { toPlainText, toSrt, toVtt } from '@shenpian/plugin-subtitle-ocr';
import type { CommandModule } from 'yargs';
import { chooseFormat } from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import type { GlobalOptions } from '../session.ts';
import { runVideoCommand } from '../video-command.ts';

interface SubtitlesArguments extends GlobalOptions {
  readonly videos: string[];
  readonly format: string | undefined;
  readonly out: string | undefined;
  readonly engine: string | undefined;
  readonly region: string | undefined;
}

const formats = ['srt', 'vtt', 'json', 'txt'];
const renderers = { srt: toSrt, vtt: toVtt, txt: toPlainText };

/** `x,y,width,height` as fractions of the picture. */
function parseRegion(text: string): { x: number; y: number; width: number; height: number } {
  const [x, y, width, height, ...rest] = text.split(',').map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined || rest.length > 0) {
    throw new TypeError('--region x,y,width,height (0–1)');
  }
  if (![x, y, width, height].every((value) => value >= 0 && value <= 1) || x + width > 1 || y + height > 1) {
    throw new TypeError('--region x,y,width,height (0–1)');
  }
  return { x, y, width, height };
}

/** `shenpian subtitles VIDEO…` */
export const subtitles: CommandModule<GlobalOptions, SubtitlesArguments> = {
  command: 'subtitles <videos..>',
  describe: 'burned-in subtitles of videos · 提取硬字幕',
  builder: (yargs) =>
    yargs
      .positional('videos', { type: 'string', array: true, demandOption: true, describe: 'video files · 视频文件' })
      .option('format', {
        type: 'string',
        choices: formats,
        describe: 'output format; else that of --out · 输出格式',
      })
      .option('out', { type: 'string', describe: 'file, or folder for several videos · 输出位置' })
      .option('engine', {
        type: 'string',
        choices: ['auto', 'paddle', 'tesseract'],
        describe: 'reader · 识别引擎',
      })
      .option('region', { type: 'string', describe: 'x,y,width,height as fractions · 字幕区域（0–1）' })
      .check(({ region }) => {
        if (region !== undefined) parseRegion(region);
        return true;
      }),
  handler: (given) =>
    runCommand(given, (terminal, signal) => {
      const format = chooseFormat(given, formats, 'srt');
      return runVideoCommand(
        {
          given,
          videos: given.videos,
          type: cuesTrack,
          format,
          options: {
            ...(given.engine === undefined ? {} : { engine: given.engine }),
            ...(given.region === undefined ? {} : { region: parseRegion(given.region) }),
          },
          toJson: ({ items }) => ({ cues: items }),
          render: ({ items }) => renderers[format as keyof typeof renderers](items),
        },
        terminal,
        signal,
      );
    }),
};
