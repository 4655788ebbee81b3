import type { Gazetteer } from './gazetteer.ts';

/** The area that counts as local. */
export interface Zone {
  readonly name: string;
  /** Its other spellings and its parts. */
  readonly aliases: readonly string[];
  /** Larger areas around it: they may stand before a name, and by themselves do not decide. */
  readonly within: readonly string[];
  /** Names that may or may not mean the zone. */
  readonly unclear: readonly string[];
}

/** The zone of a gazetteer, with its townships as parts; null when it only adds names. */
export function zoneOf({ zone, entries }: Gazetteer): Zone | null {
  if (zone === undefined) return null;
  const { name, aliases, within, unclear } = zone;
  const townships = entries.filter(({ kind }) => kind === 'township');
  const parts = townships.flatMap((entry) => [entry.name, ...entry.aliases]);
  return { name, aliases: [...aliases, ...parts], within, unclear };
}

/** A zone as a gazetteer: its name and its parts lie in it, and it has no other names. */
export function gazetteerOf({ name, aliases, within, unclear }: Zone): Gazetteer {
  const sources = { zone: { title: name, says: 'the zone that is checked' } };
  const zone = { name, aliases: [...aliases], within: [...within], unclear: [...unclear], source: 'zone' };
  return { id: 'zone', title: { 'zh-CN': name, en: name }, sources, zone, entries: [] };
}
