import { z } from 'zod';
import { factSchema } from '../findings/fact.ts';
import { packSchema } from './pack.ts';
import { nodeKeys, treeSchema } from './tree.ts';
import { wordsSchema } from './words.ts';

type SchemaNode = z.core.JSONSchema.BaseSchema;

// What an editor shows beside a key.
const packKeys = {
  id: 'Id of the pack, such as pingyuan-2025.',
  kind: 'policy: one applies for it. standard: it binds anyway.',
  status: 'draft: a draft for comment 征求意见稿. in-force: effectiveFrom must be given.',
  effectiveFrom: 'First day, YYYY-MM-DD; null only for a draft whose date is not known.',
  effectiveTo: 'Last day, included; null when no end is known.',
  source: 'The document, its text beside the pack (file) and the sha256 of that text; via when it was republished.',
  params: 'Numbers and words of the rules by id; in expressions hyphens become underscores.',
  facts: 'Facts that the clauses name although no loaded checker states them, with who does (from).',
  clauses: 'The clauses, in the order of the document.',
};
const clauseKeys = {
  id: 'What a submission puts under claims.',
  article: 'As the document writes it: 三（一）.',
  text: 'Word for word; a summary only with reported.',
  reported: 'Who reports the clause, when its own words were not to be had: it then neither passes nor fails.',
  appliesTo: 'When this is false the verdict is notApplicable.',
  when: 'The condition.',
  needs: 'Documents that the clause asks for: type (the key under evidence in drama.yaml), label, from.',
  discretionary: 'What is left to assessment 评审, 一事一议; null when nothing is. With it the clause never passes.',
  cap: 'The most it pays, RMB; null when it pays nothing.',
  ambiguities: 'What the document leaves unclear; shown in every report.',
  tests: 'Situations with the verdict that the clause must give.',
};
const treeKeys = {
  all: 'Every one of these.',
  any: 'At least one of these.',
  not: 'The contrary.',
  atLeast: 'At least so many (count) of these (of).',
  is: 'CEL over facts and parameters, hyphens as underscores. 不低于 >=, 高于 >, 少于 <.',
  says: 'Words for is.',
  evidence: "A type of the clause's needs: handed in, and not issued after the date.",
  judge: 'A question that only a person answers.',
  look: 'Ids of facts that the person who answers judge needs to see.',
};

/** JSON Schema (draft 2020-12) of a policy pack as people write it, for editors. What it cannot say is checked when a pack is loaded. */
export function packJsonSchema(): Record<string, unknown> {
  const named = z.registry<{ id: string }>();
  named.add(wordsSchema, { id: 'words' });
  named.add(factSchema, { id: 'fact' });
  named.add(treeSchema, { id: 'tree' });
  const { $schema, ...rest } = z.toJSONSchema(packSchema, {
    io: 'input',
    metadata: named,
    override: ({ jsonSchema }) => tidyNode(jsonSchema),
  });
  const described = {
    $schema,
    title: 'shenpian policy pack',
    description:
      'A policy pack or standard as its YAML file has it. Expressions, fact ids and dates are checked further when the pack is loaded.',
    ...rest,
  };
  describeKeys(rest, packKeys);
  const clauses = rest.properties?.['clauses'];
  if (typeof clauses === 'object' && !Array.isArray(clauses.items)) describeKeys(clauses.items, clauseKeys);
  describeKeys(rest.$defs?.['tree'], treeKeys);
  return described;
}

/** The form that readers of a schema want: no limits of JavaScript, names of parts only in `$defs`, and one key a node. */
function tidyNode(node: SchemaNode): void {
  if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
  if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
  delete node['id'];
  if (node.properties?.['atLeast'] === undefined || node.properties['judge'] === undefined) return;
  node.oneOf = nodeKeys.map((key) => ({ required: [key] }));
  node.dependentRequired = { says: ['is'], look: ['judge'] };
}

function describeKeys(node: z.core.JSONSchema._JSONSchema | undefined, keys: Readonly<Record<string, string>>): void {
  if (typeof node !== 'object') return;
  for (const [key, description] of Object.entries(keys)) {
    const property = node.properties?.[key];
    if (typeof property === 'object') property.description = description;
  }
}
