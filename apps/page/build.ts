import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildPlayer, PLAYER_PATH } from '../../packages/player/build.ts';

/** Bundles the page into dist/, where the API Worker serves it from; what only a capsule needs loads there. */
const root = import.meta.dirname;
const dist = join(root, 'dist');
const encoder = new TextEncoder();

const { outputFiles } = await build({
  entryPoints: { main: join(root, 'src/main.ts'), style: join(root, 'src/styles/style.css') },
  outdir: join(dist, 'assets'),
  absWorkingDir: root,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: true,
  legalComments: 'linked',
  logLevel: 'warning',
  write: false,
});
const files = new Map(outputFiles.map(({ path, contents }) => [relative(dist, path), contents]));
for (const name of filesIn(join(root, 'public'))) files.set(name, readFileSync(join(root, 'public', name)));
for (const [name, contents] of (await buildPlayer()).files) files.set(`${PLAYER_PATH}/${name}`, contents);
// The API's reference: a library's files, under names of ours.
const library = join(root, '../../node_modules/swagger-ui-dist');
files.set('docs/reference.js', readFileSync(join(library, 'swagger-ui-bundle.js')));
files.set('docs/reference.css', readFileSync(join(library, 'swagger-ui.css')));
const page = encoder.encode(withHashes(readFileSync(join(root, 'public/index.html'), 'utf8')));
// The same page for every address; where there is nothing, it says so and its status is 404.
for (const name of ['index.html', '404.html']) files.set(name, page);
writeChanges();
console.log(`page, kB gz: ${sizes().join(', ')}`);

/** Touches only what has changed, for a Worker may be serving the folder right now. */
function writeChanges(): void {
  for (const [name, contents] of files) {
    const path = join(dist, name);
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  for (const name of filesIn(dist)) if (!files.has(name)) rmSync(join(dist, name));
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)));
}

/** Puts the names that the bundler chose where the page says /assets/main.js. */
function withHashes(html: string): string {
  return html.replace(/\/assets\/(\w+)\.(\w+)/g, (_, name: string, extension: string) => {
    const file = [...files.keys()].find(
      path => path.startsWith(`assets/${name}-`) && path.endsWith(`.${extension}`),
    );
    if (file === undefined) throw new Error(`The bundler wrote no ${name}.${extension}.`);
    return `/${file}`;
  });
}

function sizes(): string[] {
  return [...files]
    .filter(([name]) => /\.(js|css)$/.test(name))
    .map(([name, contents]) => {
      const kilobytes = gzipSync(contents, { level: 9 }).length / 1000;
      return `${name.replace(/^assets\/(\w+)-\w+/, '$1')} ${kilobytes.toFixed(1)}`;
    });
}
