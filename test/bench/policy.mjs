// node test/bench/policy.mjs: CPU time of judging 1,000 clauses of the bundled packs (reason chains in two languages, steps,
// what is missing, what would decide them), beside the CEL conditions of the same clauses alone, parsed once, and
// writing the verdicts as JSON, in this run.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { evaluatePack, loadRegistry } from '@shenpian/core';
import { bundledPlugins } from '../../packages/cli/dist/bundled-plugins.js';

const fromCore = createRequire(new URL('../../packages/core/package.json', import.meta.url));
const { Environment } = await import(pathToFileURL(fromCore.resolve('@marcbachmann/cel-js')).href);

const { packs, factDeclarations } = await loadRegistry(bundledPlugins);
const facts = {
  'local-scene-zone': { value: '平原示范区' },
  'local-scene-ratio': { low: 0.52, high: 0.71, coverage: 0.7 },
  'story-seconds': { value: 5400 },
  subjects: { value: ['都市'] },
  investment: { value: 850_000 },
  'filing-tier': { value: '三类' },
  'filing-number': { value: '（豫）网微剧备字（2026）第012号' },
  'series-kind': { value: 'live-action' },
  'longest-episode-seconds': { value: 95 },
  'total-seconds': { value: 5400 },
};
const dates = ['2026-12-01', '2026-08-01', '2026-05-01', '2025-05-01'];

/** Expressions of a tree of the YAML. */
function expressionsOf(tree) {
  if (tree === undefined || tree === null || typeof tree !== 'object') return [];
  if (Array.isArray(tree)) return tree.flatMap(expressionsOf);
  if (typeof tree.is === 'string') return [tree.is];
  return Object.values(tree).flatMap(expressionsOf);
}

const types = { text: 'string', boolean: 'bool', list: 'list<string>' };
const samples = { text: '三类', boolean: true, list: ['都市'] };
const conditions = packs.flatMap(({ pack }) => {
  const environment = new Environment().registerOperator('double == int', (left, right) => left === Number(right));
  const values = {};
  for (const [id, { unit, value }] of Object.entries({ ...pack.facts, ...factDeclarations, ...pack.params })) {
    const name = id.replaceAll('-', '_');
    environment.registerVariable(name, types[unit] ?? 'double');
    const dated = Array.isArray(value) && typeof value[0] === 'object' ? value[0].value : value;
    values[name] = dated ?? facts[id]?.value ?? samples[unit] ?? 1;
  }
  return pack.clauses
    .flatMap(({ when, appliesTo }) => expressionsOf([when, appliesTo]))
    .map((expression) => ({ program: environment.parse(expression), values }));
});

const clauses = packs.reduce((sum, { pack }) => sum + pack.clauses.length, 0);
const rounds = Math.ceil(20_000 / (clauses * dates.length));

/** Least CPU time of five runs, milliseconds per 1,000 clauses. */
function measure(work) {
  work();
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return (Math.min(...runs) / (rounds * clauses * dates.length)) * 1000;
}

const judged = measure(() => {
  for (const date of dates) for (const pack of packs) evaluatePack(pack, { facts, evidence: [], date, claims: [] });
});
const alone = measure(() => {
  for (const _ of dates) for (const { program, values } of conditions) program(values);
});

const verdicts = dates.map((date) =>
  packs.map((pack) => evaluatePack(pack, { facts, evidence: [], date, claims: [] })),
);
const written = measure(() => verdicts.map((each) => JSON.stringify(each).length));

console.log(`${packs.length} packs, ${clauses} clauses, ${conditions.length} expressions, ${dates.length} dates`);
console.log(`1,000 clauses judged: ${judged.toFixed(1)} ms (bar: 50)`);
console.log(`the CEL conditions of 1,000 clauses alone: ${alone.toFixed(1)} ms`);
console.log(`the same verdicts as JSON: ${written.toFixed(1)} ms`);
console.log(`judged / JSON: ${(judged / written).toFixed(1)}; judged / CEL alone: ${(judged / alone).toFixed(0)}`);
process.exitCode = judged <= 50 ? 0 : 1;
