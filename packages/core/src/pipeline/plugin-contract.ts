import type { z } from 'zod';
import { runChecker } from '../checkers/run-checker.ts';
import { languages, type MessageTable } from '../findings/message.ts';
import { emptySeries } from '../work/series.ts';
import type { Plugin } from './plugin.ts';

/** One promise of the contract; `broken` says how it is broken, null when it is kept. */
export interface ContractResult {
  readonly title: string;
  readonly broken: string | null;
}

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const holes = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].toSorted().join(' ');

function brokenMessages(messages: MessageTable): string | null {
  for (const [id, message] of Object.entries(messages)) {
    for (const language of languages) {
      if ((message[language] ?? '').trim() === '') return `message "${id}" has no ${language} text`;
    }
    if (!/\p{Script=Han}/u.test(message['zh-CN'])) return `message "${id}": the zh-CN text is not Chinese`;
    if (holes(message['zh-CN']) !== holes(message.en))
      return `message "${id}": the languages have different placeholders`;
  }
  return null;
}

function brokenOptions(schema: z.ZodType): string | null {
  const defaults = schema.safeParse({});
  if (!defaults.success) return 'options must have defaults: {} is not valid';
  try {
    structuredClone(defaults.data);
  } catch {
    return 'options must be plain data: they are posted to a worker';
  }
  return null;
}

function brokenIds(plugin: Plugin): string | null {
  const ids = [
    ...plugin.tracks.map(({ type }) => type.id),
    ...plugin.checkers.map(({ id }) => id),
    ...plugin.reporters.map(({ id }) => id),
  ];
  const odd = ids.find((id) => !idPattern.test(id));
  if (odd !== undefined) return `"${odd}" is not lower-case with hyphens`;
  const lists = [plugin.checkers.map(({ id }) => id), plugin.tracks.map(({ type }) => type.id)];
  const twice = lists.flatMap((list) => list.filter((id, i) => list.indexOf(id) !== i))[0];
  return twice === undefined ? null : `"${twice}" is there twice`;
}

/** Runs the contract suite over a plugin: what every plugin must keep, whatever it does. */
export async function pluginContract(plugin: Plugin): Promise<ContractResult[]> {
  const results: ContractResult[] = [
    {
      title: 'brings something',
      broken:
        plugin.tracks.length +
          plugin.checkers.length +
          plugin.reporters.length +
          plugin.policyPacks.length +
          plugin.standards.length >
        0
          ? null
          : 'it is empty',
    },
    { title: 'ids are lower-case words with hyphens, each once', broken: brokenIds(plugin) },
  ];
  for (const track of plugin.tracks) {
    const { id } = track.type;
    results.push({
      title: `track ${id}: version is a whole number from 1`,
      broken: Number.isInteger(track.version) && track.version >= 1 ? null : String(track.version),
    });
    results.push({
      title: `track ${id}: options have defaults and are plain data`,
      broken: brokenOptions(track.options),
    });
    const self = (track.reads ?? []).some((type) => type.id === id);
    results.push({ title: `track ${id}: does not read itself`, broken: self ? 'it does' : null });
  }
  for (const checker of plugin.checkers) {
    const { id, version } = checker;
    results.push({
      title: `checker ${id}: version is a whole number from 1`,
      broken: Number.isInteger(version) && version >= 1 ? null : String(version),
    });
    results.push({
      title: `checker ${id}: has a title in both languages`,
      broken: brokenMessages({ title: checker.title }),
    });
    results.push({
      title: `checker ${id}: options have defaults and are plain data`,
      broken: brokenOptions(checker.options),
    });
    results.push({
      title: `checker ${id}: every message is in both languages with the same placeholders`,
      broken: brokenMessages(checker.messages),
    });
    const oddFact = Object.keys(checker.facts).find((fact) => !idPattern.test(fact));
    results.push({ title: `checker ${id}: fact ids are ASCII`, broken: oddFact ?? null });
    const labels = Object.fromEntries(Object.entries(checker.facts).map(([fact, { label }]) => [fact, label]));
    results.push({ title: `checker ${id}: facts have labels in both languages`, broken: brokenMessages(labels) });
    const facts = Object.keys(checker.facts).length;
    results.push({
      title: `checker ${id}: only a series-wide checker states facts`,
      broken: checker.scope === 'episode' && facts > 0 ? `${facts} facts in scope "episode"` : null,
    });
    const empty = await runChecker(checker, { series: emptySeries, episodes: [], options: {}, tracks: {} }).then(
      () => null,
      (error: Error) => error.message,
    );
    results.push({ title: `checker ${id}: an empty series is no crash`, broken: empty });
  }
  return results;
}
