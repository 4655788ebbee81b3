import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../errors.ts';
import type { Language } from '../findings/message.ts';
import type { ReporterDefinition } from '../report/define-reporter.ts';
import type { Report } from '../report/report.ts';
import type { TrackStore } from '../tracks/track-store.ts';
import type { EvidencePictures } from './evidence-pictures.ts';

/** Where and how a report is written. */
export interface WriteSettings {
  readonly folder: string;
  readonly reporters: readonly ReporterDefinition[];
  readonly language: Language;
  readonly store: TrackStore;
  readonly pictures: EvidencePictures;
}

/** Written beside and moved into place, so that an interrupted run leaves the report of the run before whole. */
async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.part`;
  await writeFile(draft, content);
  await rename(draft, file);
}

async function writePictures(folder: string, { pictures, store }: WriteSettings): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = new Set([...pictures.keys()].map((path) => path.slice('evidence/'.length)));
  for (const [path, sha256] of pictures) {
    const bytes = await store.bytes(sha256);
    if (bytes !== null) await replaceFile(join(folder, path.slice('evidence/'.length)), bytes);
  }
  // Frames of findings that are gone must not be taken for evidence.
  for (const old of await readdir(folder)) {
    if (/^ep\d+-[\d.]+\.jpg$/.test(old) && !names.has(old)) await rm(join(folder, old));
  }
}

/**
 * Writes a report in every wanted format, and the pictures that it points to.
 *
 * @returns the main files, in the order of the reporters
 * @throws EnvironmentError when the folder cannot be written to.
 */
export async function writeReport(report: Report, settings: WriteSettings): Promise<string[]> {
  const { folder, store, pictures } = settings;
  try {
    await mkdir(folder, { recursive: true });
    await writePictures(join(folder, 'evidence'), settings);
    for (const reporter of settings.reporters) {
      await reporter.write(report, {
        language: settings.language,
        async picture(path) {
          const sha256 = pictures.get(path);
          return sha256 === undefined ? null : store.bytes(sha256);
        },
        write: (name, content) => replaceFile(join(folder, name), content),
      });
    }
  } catch (cause) {
    const { code, message, path } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new EnvironmentError(
      'outputUnwritable',
      { path: path ?? folder, detail: message.split(':')[0] ?? code },
      { cause },
    );
  }
  return settings.reporters.map(({ mainFile }) => join(folder, mainFile));
}
