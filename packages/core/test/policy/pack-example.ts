import type { FactDeclaration } from '../../src/findings/fact.ts';
import type { LoadedPack } from '../../src/policy/compile-pack.ts';
import { parsePack } from '../../src/policy/load-pack.ts';

const declare = (label: string, unit: FactDeclaration['unit']): FactDeclaration => ({
  label: { 'zh-CN': label, en: label },
  unit,
});

/** Facts that the packs of these tests may name. */
export const declarations = {
  'local-share': declare('share', 'ratio'),
  hits: declare('hits', 'count'),
  kind: { ...declare('kind', 'text'), words: { 'live-action': { 'zh-CN': '真人微短剧', en: 'live action' } } },
} as const;

/** What may differ from the plain example. */
export interface PackVariation {
  readonly status?: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly discretionary?: string;
  /** Flow YAML of `appliesTo`. */
  readonly appliesTo?: string;
  readonly tests?: string;
  /** Flow YAML of `facts`, of `reported` and of `source.via`. */
  readonly facts?: string;
  readonly reported?: string;
  readonly via?: string;
}

/** A pack of one clause as YAML around a condition in flow style. */
export function packText(when: string, variation: PackVariation = {}): string {
  const { status = 'draft', effectiveFrom = 'null', effectiveTo = 'null', discretionary = 'null' } = variation;
  return `id: example
title: {zh-CN: 示例, en: example}
kind: policy
status: ${status}
effectiveFrom: ${effectiveFrom}
effectiveTo: ${effectiveTo}
source: {document: 《示例》, ${variation.via === undefined ? '' : `via: ${variation.via}, `}sha256: ${'a'.repeat(64)}}
params:
  least-share: {label: {zh-CN: 下限, en: least}, unit: ratio, value: 0.6}
  dated-limit:
    label: {zh-CN: 上限, en: limit}
    unit: count
    value: [{from: 2026-01-01, to: 2026-06-30, value: 5}, {from: 2026-07-01, value: 2}]
clauses:
  - id: only
    article: 一
    title: {zh-CN: 条, en: clause}
    text: 条文
    discretionary: ${discretionary}
    cap: null
    needs:
      - {type: letter, label: {zh-CN: 函, en: letter}, from: {zh-CN: 申报单位, en: applicant}}
      - {type: proof, label: {zh-CN: 证明, en: proof}, from: {zh-CN: 平台, en: platform}}
    tests: ${variation.tests ?? '[{name: t, expect: open}]'}
    when: ${when}
${variation.reported === undefined ? '' : `    reported: ${variation.reported}\n`}${variation.appliesTo === undefined ? '' : `    appliesTo: ${variation.appliesTo}\n`}${variation.facts === undefined ? '' : `facts: ${variation.facts}\n`}`;
}

/** That pack, checked. */
export function examplePack(when: string, variation: PackVariation = {}): LoadedPack {
  const result = parsePack(packText(when, variation), 'example.yaml', declarations);
  if (!result.ok) throw new Error(result.problems.map(({ line, message }) => `${line}: ${message.en}`).join('\n'));
  return result.pack;
}
