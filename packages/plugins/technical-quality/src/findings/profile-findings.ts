import type { Series } from '@shenpian/core';
import { wholeOf, type EpisodeSignal, type QualityContext } from '../episode-signal.ts';
import type { TechnicalQualityOptions } from '../options.ts';
import { limitText, measureNames, valueText } from '../profile/limit-text.ts';
import { shippedProfiles } from '../profile/load-profile.ts';
import { keeps, measuredValue } from '../profile/measured-value.ts';
import type { Profile } from '../profile/profile.ts';

/** Profiles that apply to a series: those of its filing date, of its platforms, and those that the options name. */
export function profilesFor(series: Series, options: TechnicalQualityOptions): readonly Profile[] {
  const named = options.profiles.flatMap((given) =>
    typeof given === 'string' ? shippedProfiles().filter(({ id }) => id === given) : [given],
  );
  const platforms = new Set(series.release.platforms.map((name) => name.toLowerCase()));
  const byThemselves = shippedProfiles().filter(
    (profile) =>
      (profile.applies === 'always' && inForce(profile, series.filing.date)) ||
      (profile.applies === 'platform' &&
        options.platformProfiles &&
        profile.platforms.some((name) => platforms.has(name.toLowerCase()))),
  );
  return [...new Set([...byThemselves, ...named])];
}

// Without a filing date the rules without an end apply.
function inForce({ effectiveFrom, effectiveTo }: Profile, date: string | null): boolean {
  if (date === null) return effectiveTo === null;
  return (effectiveFrom === null || date >= effectiveFrom) && (effectiveTo === null || date <= effectiveTo);
}

/** Limits of profiles that an episode does not keep. What could not be measured is not judged. */
export function profileFindings(
  measured: EpisodeSignal,
  profiles: readonly Profile[],
  { report }: Pick<QualityContext, 'report'>,
): void {
  for (const { title, source, confirmed, limits } of profiles) {
    for (const limit of limits) {
      const value = measuredValue(measured, limit.measure);
      if (value === null || keeps(value, limit) !== false) continue;
      const note = confirmed
        ? { 'zh-CN': '', en: '' }
        : { 'zh-CN': '（数值未经原文核实，仅供参考）', en: ' (The numbers were not read in the original.)' };
      report({
        messageId: 'profileLimit',
        level: confirmed ? limit.level : 'info',
        at: wholeOf(measured.episode),
        data: {
          measure: measureNames[limit.measure],
          value: valueText(value, limit.measure),
          profile: title,
          limit: limitText(limit),
          note,
        },
        standards: [{ document: source.document, article: limit.article ?? limit.measure }],
      });
    }
  }
}
