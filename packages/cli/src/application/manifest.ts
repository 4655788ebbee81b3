import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { toolVersion, type LoadedPack, type PluginUrl } from '@shenpian/core';
import { z } from 'zod';
import type { Application } from './application.ts';
import type { PackagedFile } from './package-folder.ts';

/** manifest.json of an application package: what it was made from, and what is in it. */
export interface ApplicationManifest {
  readonly schema: 'shenpian/application@1';
  readonly tool: { readonly name: 'shenpian'; readonly version: string; readonly node: string };
  readonly generatedAt: string;
  readonly title: string;
  readonly clause: {
    readonly pack: string;
    readonly clause: string;
    readonly article: string;
    readonly verdict: string;
  };
  /** `sha256` is of the pack's content as it was loaded; `source` is the text that the clauses were taken from. */
  readonly packs: readonly {
    readonly id: string;
    readonly status: string;
    readonly sha256: string;
    readonly source: { readonly document: string; readonly sha256: string };
  }[];
  readonly plugins: readonly { readonly name: string; readonly version: string | null; readonly sha256: string }[];
  /** Everything that was read, whether or not it is in the package. */
  readonly inputs: readonly { readonly role: string; readonly path: string; readonly sha256: string }[];
  readonly files: readonly PackagedFile[];
}

/** Describes a package. */
export async function applicationManifest(
  { series, report, loaded, clause, verdict }: Application,
  {
    packs,
    plugins,
    drama,
    files,
  }: {
    readonly packs: readonly LoadedPack[];
    readonly plugins: readonly PluginUrl[];
    /** sha256 of drama.yaml. */
    readonly drama: string;
    readonly files: readonly PackagedFile[];
  },
): Promise<ApplicationManifest> {
  const input =
    (role: string) =>
    ({ path, sha256 }: { readonly path: string; readonly sha256: string }) => ({ role, path, sha256 });
  const photos = series.locations.flatMap((location) => location.photos);
  const evidence = new Set(series.evidence.map(({ path }) => path));
  return {
    schema: 'shenpian/application@1',
    tool: { name: 'shenpian', version: toolVersion, node: process.version },
    generatedAt: report.generatedAt,
    title: series.event?.name ?? series.title,
    clause: { pack: loaded.pack.id, clause: clause.id, article: clause.article, verdict: verdict.verdict },
    packs: packs.map(({ pack }) => ({
      id: pack.id,
      status: pack.status,
      sha256: createHash('sha256').update(JSON.stringify(pack)).digest('hex'),
      source: { document: pack.source.document, sha256: pack.source.sha256 },
    })),
    plugins: await Promise.all(plugins.map((url) => describePlugin(url))),
    inputs: [
      { role: 'manifest', path: 'drama.yaml', sha256: drama },
      ...series.episodes.map((episode) => input('episode')(episode.input)),
      ...series.scripts.map(input('script')),
      ...series.episodes.flatMap(({ subtitles }) =>
        subtitles?.source === 'sidecar' ? [input('subtitles')(subtitles)] : [],
      ),
      ...photos.map(input('photo')),
      ...series.evidence.map((document) => input(`evidence.${document.type}`)(document)),
      ...series.tables.filter(({ path }) => !evidence.has(path)).map((table) => input(table.key)(table)),
    ],
    files,
  };
}

const packageSchema = z.object({ name: z.string(), version: z.string() });

/** A plugin of a package by its name and version; a file by its path. `sha256` is of the module that is loaded. */
async function describePlugin(url: PluginUrl): Promise<ApplicationManifest['plugins'][number]> {
  const sha256 = createHash('sha256')
    .update(await readFile(new URL(url)))
    .digest('hex');
  const found = await readFile(new URL('../package.json', url), 'utf8').catch(() => 'null');
  const own = packageSchema.safeParse(JSON.parse(found));
  return own.success
    ? { name: own.data.name, version: own.data.version, sha256 }
    : { name: fileURLToPath(url), version: null, sha256 };
}
