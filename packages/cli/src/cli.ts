import yargs, { type CommandModule } from 'yargs';
import { hideBin } from 'yargs/helpers';
import { toolVersion } from '@shenpian/core';
import { exitCodes } from './exit-code.ts';
import { detectLanguage } from './output/language.ts';
import { standardInput } from './screened-text.ts';
import { openTerminal } from './output/terminal.ts';

// As yargs types a list of commands with different arguments.
// oxlint-disable-next-line no-explicit-any
type AnyCommand = CommandModule<any, any>;

/** The commands, each loaded only when it is run or listed: all of them and what they use take half a second. */
const commands: Readonly<Record<string, () => Promise<AnyCommand>>> = {
  init: async () => (await import('./commands/init.ts')).init,
  check: async () => (await import('./commands/check.ts')).check,
  label: async () => (await import('./commands/label.ts')).label,
  apply: async () => (await import('./commands/apply.ts')).apply,
  batch: async () => (await import('./commands/batch.ts')).batch,
  subtitles: async () => (await import('./commands/subtitles.ts')).subtitles,
  shots: async () => (await import('./commands/shots.ts')).shots,
  screen: async () => (await import('./commands/screen.ts')).screen,
  'ai-label': async () => (await import('./commands/ai-label.ts')).aiLabel,
  policy: async () => (await import('./commands/policy.ts')).policy,
  plugin: async () => (await import('./commands/plugin.ts')).plugin,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
};

// yargs drops a lone `-` and loses what follows `--` for a command with positionals.
const given = hideBin(process.argv).map((word) => (word === '-' ? standardInput : word));
const endOfOptions = given.indexOf('--');
const words =
  endOfOptions < 0
    ? given
    : [
        ...given.slice(0, endOfOptions),
        ...given.slice(endOfOptions + 1).map((word) => (word.startsWith('-') ? `./${word}` : word)),
      ];
if (words.length === 0) words.push('--help');
const langAt = words.indexOf('--lang');
const language = detectLanguage(
  langAt >= 0 ? words[langAt + 1] : words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length),
  process.env,
);

/** The command that is named first; all of them when none is, for the list and for the guess at what was meant. */
function modules(): Promise<AnyCommand[]> {
  const only = commands[words[0] ?? ''];
  return Promise.all(only ? [only()] : Object.values(commands).map((load) => load()));
}

await yargs(words)
  .scriptName('shenpian')
  .locale(language === 'zh-CN' ? 'zh_CN' : 'en')
  .updateStrings({
    'Did you mean %s?': language === 'zh-CN' ? '没有这个命令，是不是 %s' : 'No such command. Did you mean %s',
  })
  .version(toolVersion)
  .option('lang', { type: 'string', choices: ['zh-CN', 'en'], global: true, describe: 'language · 语言' })
  .option('json', { type: 'boolean', global: true, describe: 'machine output on stdout · 机器可读输出' })
  .option('quiet', { type: 'boolean', global: true, describe: 'no progress, no notes · 安静模式' })
  .option('config', { type: 'string', global: true, describe: 'configuration file · 配置文件' })
  .option('cache-dir', { type: 'string', global: true, describe: 'where analysed tracks are kept · 缓存位置' })
  .command(await modules())
  .demandCommand(1)
  .recommendCommands()
  .strict()
  .help()
  .wrap(Math.min(110, process.stdout.columns ?? 110))
  .fail((message, error) => {
    const terminal = openTerminal(language, false);
    const said = (message ?? error?.message ?? '').split('\n').at(-1)?.trim() ?? '';
    // yargs' own words for a missing positional are half translated.
    const detail = said.replace(/缺少 non-option 参数.*/, '缺少参数');
    const command = Object.keys(commands).find((each) => each === words[0]);
    terminal.complain(terminal.text('wrongUsage', { detail, command: command === undefined ? '' : `${command} ` }));
    process.exit(exitCodes.unreadable);
  })
  .parseAsync();
