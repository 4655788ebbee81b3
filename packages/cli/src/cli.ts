import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { toolVersion } from '@shenpian/core';
import { batch } from './commands/batch.ts';
import { check } from './commands/check.ts';
import { doctor } from './commands/doctor.ts';
import { init } from './commands/init.ts';
import { label } from './commands/label.ts';
import { plugin } from './commands/plugin.ts';
import { policy } from './commands/policy.ts';
import { screen } from './commands/screen.ts';
import { shots } from './commands/shots.ts';
import { subtitles } from './commands/subtitles.ts';
import { exitCodes } from './exit-code.ts';
import { detectLanguage } from './output/language.ts';
import { standardInput } from './screened-text.ts';
import { openTerminal } from './output/terminal.ts';

/** Names of the commands, for the hint after wrong usage. */
const commands = ['init', 'check', 'label', 'batch', 'subtitles', 'shots', 'screen', 'policy', 'plugin', 'doctor'];

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
  .command(init)
  .command(check)
  .command(label)
  .command(batch)
  .command(subtitles)
  .command(shots)
  .command(screen)
  .command(policy)
  .command(plugin)
  .command(doctor)
  .demandCommand(1)
  .recommendCommands()
  .strict()
  .help()
  .wrap(Math.min(110, process.stdout.columns ?? 110))
  .fail((message, error) => {
    const terminal = openTerminal(language, false);
    const said = (message ?? error?.message ?? '').split('\n').at(-1) ?? '';
    // yargs' own words for a missing positional are half translated.
    const detail = said.replace(/缺少 non-option 参数.*/, '缺少参数');
    const command = commands.find((each) => each === words[0]);
    terminal.complain(terminal.text('wrongUsage', { detail, command: command === undefined ? '' : `${command} ` }));
    process.exit(exitCodes.unreadable);
  })
  .parseAsync();
