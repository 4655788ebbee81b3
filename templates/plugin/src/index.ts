import { definePlugin } from '@shenpian/core';
import { __camelName__ } from './__name__.ts';

export { __camelName__ };

export default definePlugin({ name: 'shenpian-plugin-__name__', checkers: [__camelName__] });
