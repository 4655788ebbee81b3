import { EnvironmentError } from '../errors.ts';
import type { TrackDefinition } from './define-track.ts';

/** A track definition with the plugin that brought it. */
export interface ProvidedTrack {
  readonly plugin: string;
  readonly track: TrackDefinition;
}

// What is stored of the replaced track, or of another one in its place, must not be taken for this one's.
function named({ plugin, track }: ProvidedTrack): TrackDefinition {
  return { ...track, basis: (episode) => [plugin, track.basis?.(episode)] };
}

/**
 * Orders tracks so that each comes after those it reads, keeping only what `wanted` needs.
 *
 * @param wanted ids of tracks with who reads them, for the message
 * @throws EnvironmentError for a track that nobody provides, that two plugins provide without one replacing the other's, or that reads itself in a circle.
 */
export function planTracks(
  provided: readonly ProvidedTrack[],
  wanted: readonly { readonly id: string; readonly reader: string }[],
): TrackDefinition[] {
  const byId = new Map<string, ProvidedTrack>();
  const replaced = (entry: ProvidedTrack): boolean =>
    provided.some(({ track }) => track.type.id === entry.track.type.id && track.replaces === entry.plugin);
  for (const entry of provided) {
    if (replaced(entry)) continue;
    const { id } = entry.track.type;
    const first = byId.get(id);
    if (first !== undefined) {
      throw new EnvironmentError('trackTwice', { track: id, first: first.plugin, second: entry.plugin });
    }
    byId.set(id, entry.track.replaces === undefined ? entry : { ...entry, track: named(entry) });
  }
  const ordered = new Set<TrackDefinition>();
  const visit = (id: string, reader: string, path: readonly string[]): void => {
    if (path.includes(id)) throw new EnvironmentError('trackCycle', { path: [...path, id].join(' → ') });
    const entry = byId.get(id);
    if (entry === undefined) throw new EnvironmentError('trackUnknown', { track: id, reader });
    if (ordered.has(entry.track)) return;
    for (const type of entry.track.reads ?? []) visit(type.id, id, [...path, id]);
    ordered.add(entry.track);
  };
  for (const { id, reader } of wanted) visit(id, reader, []);
  return [...ordered];
}
