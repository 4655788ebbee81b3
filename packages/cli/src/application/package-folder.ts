import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { EnvironmentError, SubmissionError, type Input } from '@shenpian/core';

/** A file of a package. */
export interface PackagedFile {
  /** With `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The list of hashes that `sha256sum -c` reads. */
export const sumsName = 'SHA256SUMS';

/** Why a folder cannot take a package. */
export type Obstacle = 'notEmpty' | 'foreign' | 'notAFolder' | null;

/**
 * Whether a package may be put into a folder: into none or an empty one always; over an earlier package with `force`, never over files that
 * are not of one.
 */
export async function obstacleTo(folder: string, force: boolean): Promise<Obstacle> {
  const info = await stat(folder).catch(() => null);
  if (info === null) return null;
  if (!info.isDirectory()) return 'notAFolder';
  const files = await filesBelow(folder);
  if (files.length === 0) return null;
  if (!force) return 'notEmpty';
  const known = new Set(sumsOf(await readFile(join(folder, sumsName), 'utf8').catch(() => '')));
  return files.every((file) => file === sumsName || known.has(file)) ? null : 'foreign';
}

const sumsOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const path = /^[0-9a-f]{64} [ *](.+)$/.exec(line)?.[1];
    return path === undefined ? [] : [path];
  });

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** Where a package is put together. */
export interface PackageDraft {
  readonly files: readonly PackagedFile[];
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** @throws SubmissionError when the file is not what was checked. */
  copy(input: Input, path: string): Promise<void>;
}

/**
 * Puts a package together beside its folder and moves it into place when it is whole: a run that ends early leaves nothing, and the earlier
 * package as it was.
 *
 * @throws EnvironmentError when the folder cannot be written to; whatever `fill` throws
 */
export async function writePackage(folder: string, fill: (draft: PackageDraft) => Promise<void>): Promise<void> {
  const staging = `${folder}.${process.pid}.part`;
  const files: PackagedFile[] = [];
  const place = async (path: string): Promise<string> => {
    const file = join(staging, path);
    await mkdir(dirname(file), { recursive: true });
    return file;
  };
  const draft: PackageDraft = {
    files,
    async write(path, content) {
      await writeFile(await place(path), content);
      files.push(packaged(path, content));
    },
    async copy({ path: source, file, sha256 }, path) {
      const copy = await place(path);
      await copyFile(file, copy, constants.COPYFILE_FICLONE);
      const made = packaged(path, await readFile(copy));
      if (made.sha256 !== sha256) {
        const detail = { 'zh-CN': '检查期间文件被改动，请重新运行', en: 'it was changed during the check; run again' };
        throw new SubmissionError('fileUnreadable', source, { detail });
      }
      files.push(made);
    },
  };
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
    await fill(draft);
    await writeFile(join(staging, sumsName), files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
    await moveInto(staging, folder);
  } catch (cause) {
    const { code, message, path } = cause as NodeJS.ErrnoException;
    if (code === undefined || cause instanceof SubmissionError || cause instanceof EnvironmentError) throw cause;
    throw new EnvironmentError(
      'outputUnwritable',
      { path: path ?? folder, detail: message.split(':')[0] ?? code },
      { cause },
    );
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function moveInto(staging: string, folder: string): Promise<void> {
  const before = `${folder}.${process.pid}.before`;
  const existing = await stat(folder).catch(() => null);
  if (existing === null) return rename(staging, folder);
  // Empty folders go at once; an earlier package stays until the new one is there.
  if ((await filesBelow(folder)).length === 0 && (await readdir(folder)).length === 0) {
    await rmdir(folder);
    return rename(staging, folder);
  }
  await rename(folder, before);
  try {
    await rename(staging, folder);
  } catch (cause) {
    await rename(before, folder);
    throw cause;
  }
  await rm(before, { recursive: true, force: true });
}

function packaged(path: string, content: string | Uint8Array): PackagedFile {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { path, sha256, bytes: Buffer.byteLength(content) };
}
