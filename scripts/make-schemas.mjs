// Writes docs/reference/*.schema.json from the zod schemas of the built core. check-docs compares them with what is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);
const core = (path) => import(new URL(`packages/core/dist/${path}`, root).href);
const { localizedSchema, packJsonSchema, reportSchema, positionSchema, evidenceSchema, factSchema } =
  await core('index.js');

// zod is a dependency of core, not of the root. import.meta.resolve would look from here.
const zodFile = createRequire(new URL('packages/core/package.json', root))
  .resolve('zod')
  .replace(/\.cjs$/, '.js');
const { z } = await import(pathToFileURL(zodFile).href);

/** Parts that occur more than once, by the name under which `$defs` has them. */
const named = z.registry();
named.add(localizedSchema, { id: 'localized' });
named.add(positionSchema, { id: 'position' });
named.add(evidenceSchema, { id: 'evidence' });
named.add(factSchema, { id: 'fact' });

/** What the schema says about whole numbers of JavaScript means nothing to a reader. */
function withoutSafeIntegers(node) {
  if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
  if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
}

/** In the `input` form: in the `output` form zod forbids further keys, and report.json grows by additions. */
function jsonSchema(schema, title, description) {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    metadata: named,
    override({ jsonSchema: node }) {
      withoutSafeIntegers(node);
      // Named parts keep their name in $defs only.
      delete node.id;
    },
  });
  return { $schema, title, description, ...rest };
}

/** The published schemas, by file name, as they must be committed. */
export const schemas = {
  'report.schema.json': jsonSchema(
    reportSchema,
    'shenpian/report@1',
    'report.json of one submission. Additive changes only: readers must accept keys that they do not know.',
  ),
  'policy-pack.schema.json': packJsonSchema(),
};

const folder = new URL('docs/reference/', root);
const textOf = (schema) => `${JSON.stringify(schema, null, 2)}\n`;

/** Names of committed schemas that are not what the code gives. */
export function outdatedSchemas() {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    let committed = '';
    try {
      committed = readFileSync(new URL(name, folder), 'utf8');
    } catch {
      return [name];
    }
    return committed === textOf(schema) ? [] : [name];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(new URL(name, folder), textOf(schema));
    console.log(`docs/reference/${name}`);
  }
}
