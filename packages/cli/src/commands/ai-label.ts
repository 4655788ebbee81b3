import { randomUUID } from 'node:crypto';
import { access, constants, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { copyWithTag, openVideo, streamHashes, type OpenedVideo } from '@shenpian/core';
import {
  aigcJson,
  conforms,
  metadataRule,
  readAigc,
  type AigcMetadata,
  type AigcValues,
} from '@shenpian/plugin-ai-label';
import type { CommandModule } from 'yargs';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import type { Terminal } from '../output/terminal.ts';
import { runCommand } from '../run-command.ts';
import type { GlobalOptions } from '../session.ts';

interface LabelArguments extends GlobalOptions {
  readonly action: string;
  readonly file: string;
  readonly out: string | undefined;
  readonly overwrite: boolean;
  readonly label: string;
  readonly producer: string | undefined;
  readonly 'produce-id': string | undefined;
  readonly propagator: string | undefined;
  readonly 'propagate-id': string | undefined;
}

const { rule } = metadataRule(null);
const containers = new Set(['.mp4', '.mov', '.m4v', '.mkv']);

const tagOf = ({ probe }: OpenedVideo): string | undefined => probe.tags[rule.key.toLowerCase()];

function describeMetadata(file: string, metadata: AigcMetadata | null, terminal: Terminal): string {
  if (metadata === null) return terminal.text('aiLabelNone', { file });
  const fields = Object.entries(metadata.fields).map(
    ([name, value]) => `  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const problems = metadata.problems.map(
    ({ level, field, text }) => `  ${level === 'error' ? '✗' : '·'} ${field ?? rule.key}: ${terminal.localized(text)}`,
  );
  return [terminal.text(conforms(metadata) ? 'aiLabelGood' : 'aiLabelBad', { file }), ...fields, ...problems].join(
    '\n',
  );
}

async function show({ file, json }: LabelArguments, terminal: Terminal): Promise<ExitCode> {
  const value = tagOf(await openVideo(file));
  const metadata = value === undefined ? null : readAigc(value);
  if (json === true) terminal.result(JSON.stringify({ file, metadata }));
  else terminal.result(describeMetadata(file, metadata, terminal));
  return metadata !== null && conforms(metadata) ? exitCodes.clean : exitCodes.violations;
}

/** The metadata to be written; null, and why on the terminal, when it would not conform. */
function wantedMetadata(given: LabelArguments, terminal: Terminal): string | null {
  const { label, producer, propagator } = given;
  const [produceId, propagateId] = [given['produce-id'], given['propagate-id']];
  if (producer === undefined || produceId === undefined) {
    terminal.complain(terminal.text('aiLabelNeeds'));
    return null;
  }
  const values: AigcValues = { label, producer, produceId, propagator, propagateId };
  const value = aigcJson(values);
  for (const { level, field, text } of readAigc(value).problems)
    if (level === 'error')
      terminal.complain(terminal.text('aiLabelWrong', { field: field ?? rule.key, problem: text }));
  return conforms(readAigc(value)) ? value : null;
}

/** Where the file goes; null, and why on the terminal, when it may not. */
async function targetOf({ file, out, overwrite }: LabelArguments, terminal: Terminal): Promise<string | null> {
  if (out === undefined && !overwrite) {
    terminal.complain(terminal.text('aiLabelOut'));
    return null;
  }
  const target = out ?? file;
  const extension = extname(target).toLowerCase();
  if (!containers.has(extension) || extension !== extname(file).toLowerCase()) {
    terminal.complain(terminal.text('aiLabelContainer', { file: target }));
    return null;
  }
  const there = await access(target).then(
    () => true,
    () => false,
  );
  if (there && !overwrite) {
    terminal.complain(terminal.text('aiLabelExists', { file: target }));
    return null;
  }
  const wrong = await folderProblem(dirname(resolve(target)));
  if (wrong === null) return target;
  terminal.complain(terminal.text('aiLabelFolder', { file: target, detail: wrong }));
  return null;
}

/** Why nothing can be written into a folder; null when it seems that something can. */
async function folderProblem(folder: string): Promise<string | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return 'ENOTDIR';
    await access(folder, constants.W_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** What is not the same in a copy; null when everything is. */
async function difference(
  video: OpenedVideo,
  copy: OpenedVideo,
  value: string,
  context: { terminal: Terminal; signal: AbortSignal },
) {
  const { terminal, signal } = context;
  if (tagOf(copy) !== value) return terminal.text('aiLabelTagLost');
  const [before, after] = [
    await streamHashes(video, video.probe.streams ?? 0, signal),
    await streamHashes(copy, copy.probe.streams ?? 0, signal),
  ];
  const wrong = Array.from({ length: Math.max(before.length, after.length) }, (_, n) => n).filter(
    (n) => before[n] === undefined || before[n] === '' || before[n] !== after[n],
  );
  return wrong.length === 0 ? null : terminal.text('aiLabelStreams', { streams: wrong.join(', ') });
}

/** Tags that writers make themselves. */
const writersTags = new Set(['encoder', 'major_brand', 'minor_version', 'compatible_brands', rule.key.toLowerCase()]);

async function write(given: LabelArguments, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const value = wantedMetadata(given, terminal);
  const target = value === null ? null : await targetOf(given, terminal);
  if (value === null || target === null) return exitCodes.unreadable;
  const video = await openVideo(given.file);
  // Beside its place, so that the finished file is only renamed; another run must not meet it.
  const part = join(dirname(resolve(target)), `.shenpian-${randomUUID()}${extname(target)}`);
  try {
    await copyWithTag(video, part, { key: rule.key, value }, signal);
    const copy = { ...(await openVideo(part)), path: target };
    const wrong = await difference(video, copy, value, { terminal, signal });
    if (wrong !== null) {
      terminal.complain(terminal.text('aiLabelDiffers', { file: target, detail: wrong }));
      return exitCodes.incomplete;
    }
    const moved = await rename(part, target).then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    );
    if (moved !== null) {
      terminal.complain(terminal.text('aiLabelFolder', { file: target, detail: moved }));
      return exitCodes.unreadable;
    }
    const streams = copy.probe.streams ?? 0;
    const lost = Object.keys(video.probe.tags).filter(
      (key) => !writersTags.has(key) && copy.probe.tags[key] !== video.probe.tags[key],
    );
    const before = tagOf(video);
    for (const { field, text } of readAigc(value).problems)
      terminal.note(terminal.text('aiLabelUnusual', { field: field ?? rule.key, problem: text }));
    if (given.json === true)
      terminal.result(
        JSON.stringify({ file: target, metadata: readAigc(value), streams, identical: true, lostTags: lost }),
      );
    else terminal.result(`${terminal.text('aiLabelWritten', { file: target, streams })}\n${value}`);
    if (before !== undefined) terminal.note(terminal.text('aiLabelReplaced', { value: before }));
    if (lost.length > 0) terminal.note(terminal.text('aiLabelLostTags', { tags: lost.join(', ') }));
    if (extname(target).toLowerCase() !== '.mkv') terminal.note(terminal.text('aiLabelRemux'));
    return exitCodes.clean;
  } finally {
    await rm(part, { force: true });
  }
}

/** `shenpian ai-label show|write FILE` */
export const aiLabel: CommandModule<GlobalOptions, LabelArguments> = {
  command: 'ai-label <action> <file>',
  describe: 'AIGC metadata (implicit label) of a video: show, write · AI 隐式标识',
  builder: (yargs) =>
    yargs
      .positional('action', {
        type: 'string',
        choices: ['show', 'write'],
        demandOption: true,
        describe: 'show or write · 查看、写入',
      })
      .positional('file', { type: 'string', demandOption: true, describe: 'MP4, MOV or MKV · 视频文件' })
      .option('out', { type: 'string', describe: 'new file to write · 输出文件' })
      .option('overwrite', {
        type: 'boolean',
        default: false,
        describe: 'replace a file that is there; without --out the file itself · 覆盖',
      })
      .option('label', {
        type: 'string',
        choices: [...rule.labels],
        default: '1',
        describe: '1 made by AI, 2 possibly, 3 suspected · 1 属于，2 可能为，3 疑似',
      })
      .option('producer', { type: 'string', describe: 'ContentProducer · 生成服务提供者编码' })
      .option('produce-id', { type: 'string', describe: 'ProduceID · 内容制作编号' })
      .option('propagator', { type: 'string', describe: 'ContentPropagator; else --producer · 传播服务提供者编码' })
      .option('propagate-id', { type: 'string', describe: 'PropagateID; else --produce-id · 内容传播编号' }),
  handler: (given) =>
    runCommand({ ...given, interruption: 'nothingHalf' }, (terminal, signal) =>
      given.action === 'show' ? show(given, terminal) : write(given, terminal, signal),
    ),
};
