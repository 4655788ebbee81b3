import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { defaultStoreFolder, resolveFfmpeg, toolVersion, type FfmpegBinary } from '@shenpian/core';
import { describeEngines } from '@shenpian/plugin-subtitle-ocr';
import type { CommandModule } from 'yargs';
import { exitCodes } from '../exit-code.ts';
import type { Terminal } from '../output/terminal.ts';
import { runCommand } from '../run-command.ts';
import { terminalFor, type GlobalOptions } from '../session.ts';

/** One line of the doctor. */
interface Diagnosis {
  readonly id: string;
  readonly state: 'ok' | 'warning' | 'missing';
  readonly detail: string;
}

/** A decoder without five years of security fixes should not open files from strangers unwarned. */
const oldDecoderYears = 5;
/** Analysing one episode of 90 s takes about 2 MB; below this a batch will not fit. Bytes. */
const littleDisk = 1024 ** 3;

function nodeState(terminal: Terminal): Diagnosis {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  const detail = supported ? process.version : terminal.text('nodeOld', { version: process.version });
  return { id: 'node', state: supported ? 'ok' : 'warning', detail };
}

function binaryState(id: string, binary: FfmpegBinary, lacks: readonly string[], terminal: Terminal): Diagnosis {
  const { file, source, version, year } = binary;
  const about = terminal.text('binaryFound', { version, source: terminal.text(`source-${source}`), file });
  if (lacks.length > 0) {
    return { id, state: 'missing', detail: `${about}${terminal.text('binaryLacks', { filters: lacks.join(', ') })}` };
  }
  const old = year > 0 && new Date().getFullYear() - year >= oldDecoderYears;
  return old
    ? { id, state: 'warning', detail: `${about}${terminal.text('binaryOld', { year })}` }
    : { id, state: 'ok', detail: about };
}

async function toolStates(terminal: Terminal): Promise<Diagnosis[]> {
  try {
    const { ffmpeg, ffprobe, lacks } = await resolveFfmpeg();
    return [binaryState('ffmpeg', ffmpeg, lacks, terminal), binaryState('ffprobe', ffprobe, [], terminal)];
  } catch (thrown) {
    const localized = (thrown as { localized?: { 'zh-CN': string; en: string } }).localized;
    return [{ id: 'ffmpeg', state: 'missing', detail: localized ? terminal.localized(localized) : String(thrown) }];
  }
}

async function diskState(folder: string, terminal: Terminal): Promise<Diagnosis> {
  for (let existing = folder; ; existing = dirname(existing)) {
    const space = await statfs(existing).catch(() => null);
    if (space === null && dirname(existing) !== existing) continue;
    const bytes = space === null ? 0 : space.bavail * space.bsize;
    const detail = terminal.text('diskFree', { gigabytes: (bytes / 1024 ** 3).toFixed(1), folder });
    return { id: 'disk', state: bytes < littleDisk ? 'warning' : 'ok', detail };
  }
}

const marks = { ok: '✓', warning: '!', missing: '✗' };

/** `shenpian doctor` */
export const doctor: CommandModule<GlobalOptions, GlobalOptions> = {
  command: 'doctor',
  describe: 'what is there, what is missing, how to get it · 检查运行环境',
  handler: (given) =>
    runCommand(given, async () => {
      const terminal = terminalFor(given);
      const engines = (await describeEngines()).map(({ id, available, detail }): Diagnosis => ({
        id: `ocr ${id}`,
        state: available ? 'ok' : 'warning',
        detail,
      }));
      const states: Diagnosis[] = [
        nodeState(terminal),
        ...(await toolStates(terminal)),
        ...engines,
        await diskState(given.cacheDir ?? defaultStoreFolder(), terminal),
        { id: 'fonts', state: 'ok', detail: terminal.text('fontsNone') },
      ];
      const noEngine = engines.every(({ state }) => state !== 'ok');
      if (given.json === true) terminal.result(JSON.stringify({ version: toolVersion, checks: states }));
      else {
        terminal.result(`shenpian ${toolVersion}`);
        for (const { id, state, detail } of states) terminal.result(`${marks[state]} ${id.padEnd(14)} ${detail}`);
      }
      return noEngine || states.some(({ state }) => state === 'missing') ? exitCodes.incomplete : exitCodes.clean;
    }),
};
