import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { toolVersion, type Finding, type Language } from '@shenpian/core';

const levels = { violation: 'error', warning: 'warning', info: 'note' } as const;

/** A finding as findings without a place in a report are printed. */
type Placed = Omit<Finding, 'id'>;

/** What relative addresses in the log start from. */
const base = 'SRCROOT';

/**
 * Findings in text files as SARIF 2.1.0 (OASIS), for editors and code-review tools. Columns are UTF-16 code units, from
 * 1, as in the findings. Files below `folder` are named relative to it.
 */
export function toSarif(findings: readonly Placed[], language: Language, folder = process.cwd()): string {
  const root = pathToFileURL(`${resolve(folder)}/`).href;
  const locate = (script: string): { uri: string; uriBaseId?: string } => {
    if (script === '-') return { uri: 'stdin' };
    const { href } = pathToFileURL(resolve(folder, script));
    return href.startsWith(root) ? { uri: href.slice(root.length), uriBaseId: base } : { uri: href };
  };
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const results = findings.flatMap((finding) => {
    if (!('script' in finding.at)) return [];
    const { script, line, column, length } = finding.at;
    const region = { startLine: line, startColumn: column, endLine: line, endColumn: column + length };
    return [
      {
        ruleId: finding.rule,
        ruleIndex: rules.indexOf(finding.rule),
        level: levels[finding.level],
        message: { text: finding.message[language] },
        locations: [{ physicalLocation: { artifactLocation: locate(script), region } }],
        partialFingerprints: { 'shenpian/v1': finding.fingerprint },
      },
    ];
  });
  const driver = { name: 'shenpian', version: toolVersion, rules: rules.map((id) => ({ id })) };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', originalUriBaseIds: { [base]: { uri: root } }, results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
