import { cuesTrack } from '@shenpian/core';
import { openReaders, toPlainText, toSrt, toVtt } from '@shenpian/plugin-subtitle-ocr';
import type { CommandModule } from 'yargs';
import { readNameList } from '../name-list.ts';
import { chooseFormat } from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import type { GlobalOptions } from '../session.ts';
import { chooseSource, subtitleSources, type SubtitleSource } from '../subtitle-source.ts';
import { runVideoCommand, type VideoResult, type VideoSession } from '../video-command.ts';
import { readVideoTrack } from '../video-track.ts';

interface SubtitlesArguments extends GlobalOptions {
  readonly videos: string[];
  readonly format: string | undefined;
  readonly out: string | undefined;
  readonly source: SubtitleSource;
  readonly engine: string | undefined;
  readonly region: string | undefined;
  readonly names: string | undefined;
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

/** Who asks for an engine or a region wants the picture read. */
function wantedSource({
  source,
  engine,
  region,
}: Pick<SubtitlesArguments, 'source' | 'engine' | 'region'>): SubtitleSource {
  const readsPicture = engine !== undefined || region !== undefined;
  if (source === 'embedded' && readsPicture) throw new TypeError('--source embedded: without --engine and --region');
  return readsPicture ? 'burned-in' : source;
}

async function readSubtitles(
  path: string,
  given: SubtitlesArguments,
  format: string,
  session: VideoSession,
): Promise<VideoResult> {
  const render = renderers[format as keyof typeof renderers];
  const { video, embedded, problems } = await chooseSource(path, wantedSource(given), session);
  if (embedded !== null) {
    return { json: { source: 'embedded', cues: embedded }, render: () => render(embedded), problems };
  }
  const { engine, region, names } = given;
  const vocabulary = names === undefined ? undefined : { names: await readNameList(names), lines: [] };
  const options = { ...(engine && { engine }), ...(region !== undefined && { region: parseRegion(region) }) };
  const { items, problems: damage } = await readVideoTrack(video, cuesTrack, options, session, vocabulary);
  for (const detail of await openReaders()) session.terminal.note(session.terminal.text('subtitlesReader', { detail }));
  return {
    json: { source: 'burned-in', cues: items },
    render: () => render(items),
    problems: [...problems, ...damage],
  };
}

/** `shenpian subtitles VIDEO…` */
export const subtitles: CommandModule<GlobalOptions, SubtitlesArguments> = {
  command: 'subtitles <videos..>',
  describe: 'subtitles of videos, embedded or burned in · 提取内嵌字幕或硬字幕',
  builder: (yargs) =>
    yargs
      .positional('videos', { type: 'string', array: true, demandOption: true, describe: 'video files · 视频文件' })
      .option('format', {
        type: 'string',
        choices: formats,
        describe: 'output format; else that of --out · 输出格式',
      })
      .option('out', { type: 'string', describe: 'file, or folder for several videos · 输出位置' })
      .option('source', {
        type: 'string',
        choices: subtitleSources,
        default: 'auto' as const,
        describe: 'embedded text track, or what the picture shows · 字幕来源：内嵌文字轨或画面',
      })
      .option('engine', {
        type: 'string',
        choices: ['auto', 'paddle', 'tesseract'],
        describe: 'reader · 识别引擎',
      })
      .option('region', { type: 'string', describe: 'x,y,width,height as fractions · 字幕区域（0–1）' })
      .option('names', {
        type: 'string',
        describe:
          'file of names, one a line, that misread words may be put right by · 人名地名表（每行一个），用于校正误识',
      })
      .check((given) => {
        if (given.region !== undefined) parseRegion(given.region);
        wantedSource(given);
        return true;
      }),
  handler: (given) =>
    runCommand(given, (terminal, signal) => {
      const format = chooseFormat(given, formats, 'srt');
      const read = (path: string, session: VideoSession) => readSubtitles(path, given, format, session);
      const plugin = import.meta.resolve('@shenpian/plugin-subtitle-ocr');
      return runVideoCommand({ given, videos: given.videos, format, plugin, read }, terminal, signal);
    }),
};
