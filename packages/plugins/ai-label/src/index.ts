import { definePlugin } from '@shenpian/core';

export default definePlugin({ name: '@shenpian/plugin-ai-label' });
