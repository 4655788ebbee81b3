import { runPackTests, type LoadedPack } from '@shenpian/core';
import type { CommandModule } from 'yargs';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import type { Terminal } from '../output/terminal.ts';
import { runCommand } from '../run-command.ts';
import { openSession, type GlobalOptions } from '../session.ts';

interface PolicyArguments extends GlobalOptions {
  readonly action: string;
  readonly id: string | undefined;
}

function listPacks(packs: readonly LoadedPack[], terminal: Terminal): string {
  return packs
    .flatMap(({ pack }) => [
      `${pack.id}  ${terminal.localized(pack.title)}  [${terminal.text(pack.status === 'draft' ? 'draft' : 'inForce')}]  ${pack.effectiveFrom ?? '…'} → ${pack.effectiveTo ?? '…'}`,
      ...pack.clauses.map(({ id, article, title }) => `  ${id}  ${article} ${terminal.localized(title)}`),
    ])
    .join('\n');
}

function showPack({ pack }: LoadedPack, terminal: Terminal): string {
  const { text, localized } = terminal;
  const lines = [
    `${pack.id}  ${localized(pack.title)}`,
    text('policySource', { document: pack.source.document, sha256: pack.source.sha256 }),
  ];
  for (const clause of pack.clauses) {
    lines.push('', `${clause.article} ${localized(clause.title)}  (${clause.id})`, `  ${clause.text}`);
    if (clause.cap !== null) lines.push(`  ${text('policyCap', { cap: clause.cap })}`);
    for (const need of clause.needs) {
      lines.push(`  ${text('policyNeeds', { type: need.type, label: need.label, from: need.from })}`);
    }
    if (clause.discretionary !== null) lines.push(`  ${text('policyJudged', { what: clause.discretionary })}`);
    for (const doubt of clause.ambiguities) lines.push(`  ${text('policyDoubt', { what: doubt })}`);
  }
  return lines.join('\n');
}

function testPacks(packs: readonly LoadedPack[], terminal: Terminal): ExitCode {
  const results = packs.flatMap((pack) => runPackTests(pack));
  for (const { pack, clause, name, expected, verdict, passed } of results) {
    const got = passed ? '' : `  ${terminal.text('policyGot', { expected, got: verdict.verdict })}`;
    terminal.result(`${passed ? '✓' : '✗'} ${pack}/${clause}: ${name}${got}`);
  }
  const failed = results.filter(({ passed }) => !passed).length;
  terminal.result(terminal.text('policyTested', { passed: results.length - failed, failed }));
  return failed === 0 ? exitCodes.clean : exitCodes.violations;
}

/** `shenpian policy list|show|test` */
export const policy: CommandModule<GlobalOptions, PolicyArguments> = {
  command: 'policy <action> [id]',
  describe: 'policy packs and standards: list, show, test · 政策包与标准',
  builder: (yargs) =>
    yargs
      .positional('action', {
        type: 'string',
        choices: ['list', 'show', 'test'],
        demandOption: true,
        describe: 'list, show or test · 列出、查看、自测',
      })
      .positional('id', { type: 'string', describe: 'pack id · 政策包编号' }),
  handler: (given) =>
    runCommand(given, async (terminal) => {
      const { registry, json } = await openSession(given);
      const chosen = registry.packs.filter(({ pack }) => given.id === undefined || pack.id === given.id);
      if (chosen.length === 0 || (given.action === 'show' && given.id === undefined)) {
        const known = registry.packs.map(({ pack }) => pack.id).join(', ');
        terminal.complain(terminal.text('policyUnknown', { id: given.id ?? '?', known }));
        return exitCodes.unreadable;
      }
      if (given.action === 'test') return testPacks(chosen, terminal);
      if (json) {
        const packs = chosen.map(({ pack }) => pack);
        terminal.result(JSON.stringify(given.action === 'show' ? packs[0] : packs));
      } else if (given.action === 'list') terminal.result(listPacks(chosen, terminal));
      else for (const pack of chosen) terminal.result(showPack(pack, terminal));
      return exitCodes.clean;
    }),
};
