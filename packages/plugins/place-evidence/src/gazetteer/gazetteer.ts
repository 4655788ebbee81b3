import { localizedSchema, normalText } from '@shenpian/core';
import { z } from 'zod';

const name = z.string().refine((text) => normalText(text).length >= 2, { message: 'a name needs two letters or more' });

/** What a name is. A location is a place of the submission's own table. */
export const entryKinds = ['township', 'landmark', 'institution', 'culture', 'location'] as const;
/** See {@link entryKinds}. */
export type EntryKind = (typeof entryKinds)[number];

/** A name that a sign may show or a line may say. */
const entrySchema = z.strictObject({
  name,
  kind: z.enum(entryKinds),
  /** Division code of the National Bureau of Statistics. */
  code: z
    .string()
    .regex(/^\d{6,12}$/)
    .optional(),
  aliases: z.array(name).default([]),
  /** What OCR makes of the name where that cannot be worked out: taken as the name itself on signs. */
  misreadings: z.array(name).default([]),
  /** Longer phrases in which the name is no name (毛遂自荐). */
  except: z.array(name).default([]),
  /** The township that it lies in. */
  within: z.string().optional(),
  /** Key of `sources`. */
  source: z.string(),
});
/** See {@link gazetteerSchema}. */
export type GazetteerEntry = z.infer<typeof entrySchema>;

/** A gazetteer: the zone, and the names that belong to it, each with its source. */
export const gazetteerSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: localizedSchema,
    /** Documents by key: what each is, and what was taken from it. */
    sources: z.record(z.string(), z.strictObject({ title: z.string(), says: z.string() })),
    /** Left out in a file that only adds names. */
    zone: z
      .strictObject({
        name,
        code: z.string().optional(),
        aliases: z.array(name).default([]),
        /** Larger areas around it: they may stand before a name, and alone decide nothing. */
        within: z.array(name).default([]),
        /** Names that may or may not mean the zone. */
        unclear: z.array(name).default([]),
        source: z.string(),
      })
      .optional(),
    entries: z.array(entrySchema).default([]),
  })
  .superRefine(({ sources, zone, entries }, context) => {
    for (const { name: named, source } of [...(zone === undefined ? [] : [zone]), ...entries]) {
      if (!(source in sources)) context.addIssue(`${named}: no source "${source}" in "sources"`);
    }
    const names = entries.flatMap((entry) => [entry.name, ...entry.aliases]);
    const twice = names.find((each, i) => names.indexOf(each) !== i);
    if (twice !== undefined) context.addIssue(`"${twice}" is there twice`);
  });
/** See {@link gazetteerSchema}. */
export type Gazetteer = z.infer<typeof gazetteerSchema>;
