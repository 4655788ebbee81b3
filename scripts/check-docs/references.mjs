// The committed JSON Schemas are what the code gives, and the reference pages name every key of the schemas.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outdatedSchemas, schemas } from '../make-schemas.mjs';
import { root } from './markdown.mjs';

function keysOf(node, found = new Set()) {
  if (typeof node !== 'object' || node === null) return found;
  for (const key of Object.keys(node.properties ?? {})) found.add(key);
  for (const child of Object.values(node)) keysOf(child, found);
  return found;
}

async function missingKeys() {
  const { manifestSchema } = await import(new URL('../../packages/core/dist/index.js', import.meta.url).href);
  const pages = [
    // What the transforms make of the values is not what people write.
    ['docs/reference/drama-yaml.md', manifestSchema.toJSONSchema({ io: 'input', unrepresentable: 'any' })],
    ['docs/reference/report-json.md', schemas['report.schema.json']],
    ['docs/reference/policy-pack.md', schemas['policy-pack.schema.json']],
  ];
  return pages.flatMap(([file, schema]) => {
    const named = new Set(
      [...readFileSync(join(root, file), 'utf8').matchAll(/`[^`]*`/g)].flatMap(([code]) => code.match(/[\w-]+/g) ?? []),
    );
    return [...keysOf(schema)]
      .filter((key) => !named.has(key))
      .map((key) => ({ file, line: 1, text: `does not name the key \`${key}\`` }));
  });
}

/** Problems as `{ file, line, text }`. */
export async function referenceProblems() {
  const outdated = outdatedSchemas().map((name) => ({
    file: `docs/reference/${name}`,
    line: 1,
    text: 'is not what the code gives: run node scripts/make-schemas.mjs',
  }));
  return [...outdated, ...(await missingKeys())];
}
