// The plugin template goes into the published command line, where `shenpian plugin new` looks first.
import { cpSync, rmSync } from 'node:fs';

const target = new URL('../packages/cli/templates/plugin/', import.meta.url);
rmSync(target, { recursive: true, force: true });
cpSync(new URL('../templates/plugin/', import.meta.url), target, { recursive: true });
