import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * Photographs inside npm packages of website templates (MIT, with pictures from Unsplash and the like). They are fetched when the bench
 * runs and are not part of this repository. Chosen by eye: places in `places`, things and textures that are no place in `others`.
 */
const packages = {
  'material-dashboard@3.1.0': {
    folder: 'assets/img',
    places:
      'bg-pricing bg-smart-home-1 bg-smart-home-2 home-decor-1 home-decor-2 home-decor-3 ivancik meeting office-dark products/product-1-min products/product-2-min products/product-3-min products/product-4-min products/product-5-min products/product-6-min products/product-7-min products/product-details-1 products/product-details-2',
    others: 'products/product-11 products/product-details-3 products/product-details-4 products/product-details-5',
  },
  'material-kit@2.0.4': {
    folder: 'assets/img',
    places: 'bg bg2 bg3 bg7 city-profile city',
    others: 'examples/studio-2',
  },
  'material-kit-react@1.10.0': {
    folder: 'Documentation/assets/img',
    places: 'cover.jpeg sidebar-2 sidebar-4',
    others: 'sidebar-3',
  },
  'paper-kit-2@2.1.0': {
    folder: 'assets/img',
    places:
      'antoine-barres bruno-abatti daniel-olahh daniel-olahs fabio-mangione federico-beccari joshua-stannard login-image soroush-karimi uriel-soberanes',
    others: 'ilya-yakover',
  },
  'soft-ui-design-system@1.0.4': {
    folder: 'assets/img',
    places: 'anastasia blog7-1 blog7-2 blog7-3 ivancik nastuh toa-heftiba',
    others:
      'card-2 curved-images/curved-10 curved-images/curved-11 curved-images/curved-8 curved-images/curved11 curved-images/curved13 curved-images/curved2 curved-images/curved5',
  },
  'startbootstrap-business-casual@7.0.9': {
    folder: 'dist/assets/img',
    places: 'about intro',
    others: 'bg products-01 products-03',
  },
  'startbootstrap-grayscale@7.0.6': {
    folder: 'dist/assets/img',
    places: 'bg-masthead bg-signup demo-image-02',
    others: '',
  },
};

/** Photographs of the same house and of the same room from elsewhere: real second views, and no wrong pairs. */
const sameHouse = [2, 3, 4, 5, 7].map((n) => `product-${n}-min`);
const sameRoom = ['product-details-1', 'product-details-2'];

const groupOf = (name) =>
  sameHouse.some((each) => name.endsWith(each))
    ? 'house'
    : sameRoom.some((each) => name.endsWith(each))
      ? 'room'
      : name;

function unpacked(spec, folder) {
  const target = join(folder, spec.replace('@', '-'));
  if (!existsSync(target)) {
    const draft = `${target}.part`;
    mkdirSync(draft, { recursive: true });
    const shell = process.platform === 'win32';
    const packed = execFileSync('npm', ['pack', spec, '--silent', '--pack-destination', draft], {
      encoding: 'utf8',
      shell,
    });
    execFileSync('tar', ['-xzf', packed.trim().split('\n').at(-1), '--strip-components', '1'], { cwd: draft });
    renameSync(draft, target);
  }
  const { license } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  // One of them says it in its LICENSE file only.
  if (license !== undefined && license !== 'MIT') throw new Error(`${spec} is now under ${license}`);
  return target;
}

/** The photographs as `{ file, place }`; those with the same place show the same one. */
export function photographs(folder = join(homedir(), '.cache', 'shenpian-bench-pictures')) {
  const found = { places: [], others: [] };
  for (const [spec, { folder: inside, ...names }] of Object.entries(packages)) {
    const root = unpacked(spec, folder);
    for (const kind of ['places', 'others']) {
      for (const name of names[kind].split(' ').filter(Boolean)) {
        const file = join(root, inside, /\.jpe?g$/.test(name) ? name : `${name}.jpg`);
        found[kind].push({ file, place: `${spec} ${groupOf(name)}`, url: pathToFileURL(file) });
      }
    }
  }
  return found;
}
