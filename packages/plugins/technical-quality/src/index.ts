import { definePlugin } from '@shenpian/core';
import { episodeNumbers } from './episode-numbers.ts';
import { signal } from './signal-track.ts';
import { technicalQuality } from './technical-quality.ts';

export { episodeNumbers } from './episode-numbers.ts';
export { technicalQualityOptionsSchema, type TechnicalQualityOptions } from './options.ts';
export { loadProfile, parseProfile, shippedProfiles } from './profile/load-profile.ts';
export { ProfileError } from './profile/profile-error.ts';
export { limitSchema, measures, profileSchema, type Limit, type Measure, type Profile } from './profile/profile.ts';
export { signalSchema, signalTrack, type Signal, type SignalOf } from './signal-item.ts';
export { signal } from './signal-track.ts';
export { technicalQuality } from './technical-quality.ts';

export default definePlugin({
  name: '@shenpian/plugin-technical-quality',
  tracks: [signal],
  checkers: [technicalQuality, episodeNumbers],
});
