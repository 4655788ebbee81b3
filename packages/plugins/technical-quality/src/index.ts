import { definePlugin } from '@shenpian/core';
import { signal } from './signal-track.ts';

export default definePlugin({ name: '@shenpian/plugin-technical-quality', tracks: [signal], checkers: [] });
