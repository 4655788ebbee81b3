import type { Episode } from '@shenpian/core';
import type { LabelContext } from './ai-label.ts';
import { conforms, readAigc, type AigcMetadata } from './aigc-metadata.ts';
import { metadataRule } from './label-rules.ts';

/** Containers whose tags hold the metadata. */
const readable = /mov|mp4|matroska|webm/;

function metadataOf({ series }: LabelContext, { input }: Episode): AigcMetadata | null {
  const { rule } = metadataRule(series.filing.date);
  // Tags of a probe have lower-case keys.
  const value = input.probe.tags[rule.key.toLowerCase()];
  return value === undefined ? null : readAigc(value, rule);
}

/** Whether the file of an episode has conforming metadata; null when its container is not read. */
export function metadataAnswer(context: LabelContext, episode: Episode): boolean | null {
  const metadata = metadataOf(context, episode);
  if (metadata === null) return readable.test(episode.input.probe.container) ? false : null;
  return conforms(metadata);
}

/** Says which files have no metadata, or some that does not conform. */
export function metadataFindings(context: LabelContext, episode: Episode): void {
  const { series, report } = context;
  const { path } = episode.input;
  const at = { document: path };
  const { standard, inForce } = metadataRule(series.filing.date);
  const standards = inForce ? [standard] : [];
  const level = inForce ? 'warning' : 'info';
  const metadata = metadataOf(context, episode);
  if (metadata === null) {
    if (series.kind === 'ai' && readable.test(episode.input.probe.container))
      report({ messageId: 'metadataMissing', level, data: { file: path }, at, standards });
    return;
  }
  if (series.kind !== 'ai')
    report({ messageId: 'metadataWithoutKind', level: 'warning', data: { file: path, kind: series.kind }, at });
  for (const { level: weight, field, text } of metadata.problems) {
    const data = { file: path, field: field ?? 'AIGC', problem: text };
    if (weight === 'error') report({ messageId: 'metadataInvalid', level, data, at, standards });
    else report({ messageId: 'metadataNote', level: 'info', data, at });
  }
}
