// Every command line in the docs is one that the program knows, and the reference of the command line names all there are.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { codeOf, headingsOf, readMarkdown, root } from './markdown.mjs';

const run = promisify(execFile);
const cli = join(root, 'packages/cli');

const flagsIn = (text) => [...text.matchAll(/^\s+(?:-\w, )?(--[a-z][a-z-]*)/gm)].map((match) => match[1]);

/** Help of each command, from the built modules: a process for each would take ten times as long. */
async function commandHelp() {
  const { default: yargs } = await import(
    pathToFileURL(createRequire(join(cli, 'package.json')).resolve('yargs')).href
  );
  const folder = join(cli, 'dist/commands');
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href)));
  const commands = modules.flatMap(Object.values).filter((value) => typeof value?.command === 'string');
  return new Map(
    await Promise.all(
      commands.map(async ({ command, builder }) => {
        const bare = yargs([]).wrap(200).locale('en');
        return [command.split(' ')[0], await (builder?.(bare) ?? bare).getHelp()];
      }),
    ),
  );
}

/**
 * What the program says it can do: commands with their options, and the words that a first positional may be. Options
 * of the program itself are under ''.
 */
async function knownCommands() {
  const { stdout: top } = await run(process.execPath, [join(cli, 'bin/shenpian.js'), '--help', '--lang', 'en']);
  const texts = await commandHelp();
  const common = flagsIn(top);
  const commands = new Map([['', { flags: new Set(common), actions: null }]]);
  for (const [, name] of top.matchAll(/^ {2}shenpian ([\w-]+)/gm)) {
    const text = texts.get(name) ?? '';
    const choices = /^\s+action [^[\n]*\[[^\n]*\[choices: ([^\]]*)\]/m.exec(text)?.[1];
    const actions = choices === undefined ? null : [...choices.matchAll(/"(\w+)"/g)].map((match) => match[1]);
    commands.set(name, { flags: new Set([...common, ...flagsIn(text)]), actions });
  }
  return commands;
}

/** The words after `shenpian` up to the end of the command: a pipe, a redirection, a comment. */
function commandLines(text) {
  return [...text.matchAll(/(?:^|[\s`$(;&|])shenpian\s+(\S.*)$/g)].map(([, rest]) =>
    rest
      .split(/\s(?:#|\||>|2>|&&|\|\||;|→)(?:\s|$)|[。；：]/)[0]
      .replaceAll(/[[\](){}'"“”]/g, ' ')
      .trim()
      .split(/\s+/),
  );
}

function wrongIn(words, commands) {
  const flags = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0]);
  const first = words[0] ?? '';
  const name = first.startsWith('-') ? '' : first;
  // A placeholder such as … or COMMAND stands for any command.
  if (!/^[a-z]*$/.test(name)) return null;
  const command = commands.get(name);
  if (command === undefined) return `shenpian has no command "${name}"`;
  if (command.actions !== null && words[1] !== undefined && !words[1].startsWith('-')) {
    const odd = words[1].split('|').find((word) => /^[a-z]+$/.test(word) && !command.actions.includes(word));
    if (odd !== undefined) return `shenpian ${name} has no "${odd}"`;
  }
  const odd = flags.find((flag) => !command.flags.has(flag));
  return odd === undefined ? null : `shenpian ${name} has no ${odd}`;
}

/** A section for each command, with every option of it and no other. */
function referenceProblems(file, commands) {
  const lines = readMarkdown(file);
  const headings = headingsOf(lines).filter(({ level }) => level === 2);
  const problems = [];
  const common = commands.get('').flags;
  for (const [name, { flags }] of commands) {
    const at = headings.findIndex(({ text }) =>
      name === '' ? text === 'Global options' : text.replaceAll('`', '') === name,
    );
    if (at < 0) {
      problems.push({ file, line: 1, text: `no section "${name || 'Global options'}"` });
      continue;
    }
    const from = headings[at].number;
    const to = headings[at + 1]?.number ?? Infinity;
    const named = new Set(
      lines
        .filter(({ number }) => number > from && number < to)
        .flatMap(({ text }) => text.match(/--[a-z][a-z-]*\b/g) ?? []),
    );
    const own = name === '' ? flags : [...flags].filter((flag) => !common.has(flag));
    for (const flag of own) {
      if (!named.has(flag)) problems.push({ file, line: from, text: `section "${name}" does not name ${flag}` });
    }
    for (const flag of named) {
      if (!flags.has(flag))
        problems.push({ file, line: from, text: `section "${name}" names ${flag}, which does not exist` });
    }
  }
  return problems;
}

/** Problems as `{ file, line, text }`. */
export async function commandProblems(markdownFiles, reference) {
  const commands = await knownCommands();
  const problems = markdownFiles.flatMap((file) =>
    codeOf(readMarkdown(file)).flatMap(({ number, text }) =>
      commandLines(text).flatMap((words) => {
        const wrong = wrongIn(words, commands);
        return wrong === null ? [] : [{ file, line: number, text: wrong }];
      }),
    ),
  );
  return [...problems, ...referenceProblems(reference, commands)];
}
