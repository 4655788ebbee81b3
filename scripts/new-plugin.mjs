// pnpm new-plugin NAME: a plugin in packages/plugins from the template that users get from `shenpian plugin new`.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const [name] = process.argv.slice(2).filter((word) => word !== '--');
const cli = fileURLToPath(new URL('packages/cli/bin/shenpian.js', root));
const folder = new URL(`packages/plugins/${name}/`, root);
const words = ['plugin', 'new', name ?? '', '--dir', fileURLToPath(folder)];
const made = spawnSync(process.execPath, [cli, ...words], { stdio: 'inherit' });
if (made.status !== 0) process.exit(made.status ?? 1);

// In the workspace, versions and compiler options come from the root.
const manifest = new URL('package.json', folder);
const { scripts: _, devDependencies: __, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
rest.name = `@shenpian/plugin-${name}`;
const dependencies = { '@shenpian/core': 'workspace:*', zod: '4.6.7' };
const devDependencies = { '@shenpian/testing': 'workspace:*' };
writeFileSync(manifest, `${JSON.stringify({ ...rest, dependencies, devDependencies }, null, 2)}\n`);
const options = { rootDir: 'src', outDir: 'dist', tsBuildInfoFile: 'dist/.tsbuildinfo' };
writeFileSync(
  new URL('tsconfig.json', folder),
  `${JSON.stringify({ extends: '../../../tsconfig.base.json', compilerOptions: options, include: ['src'], references: [{ path: '../../core' }] }, null, 2)}\n`,
);
rmSync(new URL('node_modules', folder), { recursive: true, force: true });
for (const file of ['src/index.ts', 'README.md']) {
  const url = new URL(file, folder);
  writeFileSync(url, readFileSync(url, 'utf8').replaceAll(`shenpian-plugin-${name}`, `@shenpian/plugin-${name}`));
}
const projects = new URL('tsconfig.json', root);
const solution = JSON.parse(readFileSync(projects, 'utf8'));
solution.references.push({ path: `packages/plugins/${name}` });
writeFileSync(projects, `${JSON.stringify(solution, null, 2)}\n`);
console.log(`Then: npm test, and add @shenpian/plugin-${name} to packages/cli (package.json, src/bundled-plugins.ts).`);
