import { defineChecker, shotsTrack } from '@shenpian/core';
import { episodeSignal } from './episode-signal.ts';
import { factDeclarations, factsOf } from './facts.ts';
import { fileFindings } from './findings/file-findings.ts';
import { pictureFindings } from './findings/picture-findings.ts';
import { profileFindings, profilesFor } from './findings/profile-findings.ts';
import { repeatedEpisodes } from './findings/repeated-episodes.ts';
import { siblingFindings } from './findings/sibling-findings.ts';
import { recognisable } from './finding-identity.ts';
import { soundFindings } from './findings/sound-findings.ts';
import { messages } from './messages.ts';
import { technicalQualityOptionsSchema } from './options.ts';
import { signalTrack } from './signal-item.ts';

/** Picture, sound and container of every episode, and how the episodes agree. */
export const technicalQuality = defineChecker({
  id: 'technical-quality',
  title: { 'zh-CN': '技术质量', en: 'Technical quality' },
  version: 1,
  scope: 'series',
  reads: [signalTrack, shotsTrack],
  options: technicalQualityOptionsSchema,
  messages,
  facts: factDeclarations,
  check(context) {
    const { episodes, series, options, fact } = context;
    const all = episodes.map((episode) => episodeSignal(episode, context));
    const profiles = profilesFor(series, options);
    for (const measured of all) {
      const own = recognisable(measured, context);
      fileFindings(measured, own);
      pictureFindings(measured, own);
      soundFindings(measured, own);
      profileFindings(measured, profiles, own);
    }
    siblingFindings(all, context);
    const repeated = repeatedEpisodes(all, context);
    for (const [id, value] of Object.entries(factsOf(all, repeated, options))) fact(id, value);
  },
});
