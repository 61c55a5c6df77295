import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile, type PluginBuild, transform } from 'esbuild';

/** Where the files are served: the number changes when pages that embed the player would have to. */
export const PLAYER_PATH = 'player/v1';
const root = import.meta.dirname;

export interface PlayerBuild {
  /** Contents by name, below {@link PLAYER_PATH}. */
  files: Map<string, Uint8Array>;
  /** What each file was made of and imports. */
  metafile: Metafile;
}

/**
 * Bundles the player. Entries keep their names: `player.js` (the element), `embed.js` with `embed.css` (the page in a
 * frame) and `dev-capsule.js` (one tag for any page); all else is named by its content and loaded when it is needed.
 */
export async function buildPlayer(): Promise<PlayerBuild> {
  const shared: BuildOptions & { outdir: string; write: false; metafile: true } = {
    absWorkingDir: root,
    outdir: join(root, 'dist'),
    bundle: true,
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    metafile: true,
    plugins: [
      {
        // These files make dozens of languages by calls that nothing depends on: what is not used is left out.
        name: 'only-the-modes-in-use',
        setup(context: PluginBuild) {
          context.onLoad({ filter: /legacy-modes\/mode\/(clike|sql)\.js$/ }, ({ path }) => {
            const text = readFileSync(path, 'utf8');
            const dialects = text.indexOf('var sqlKeywords');
            return dialects > 0
              ? { contents: text.slice(0, dialects) }
              : { contents: text.replace(/(?<!function )\b(clike|words)\(/g, '/* @__PURE__ */ $1(') };
          });
        },
      },
      {
        name: 'minified-css-as-text',
        setup(context: PluginBuild) {
          context.onLoad({ filter: /src\/styles\/[^/]+\.css$/ }, async ({ path }) => {
            const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
            return { contents: code.trim(), loader: 'text' };
          });
        },
      },
    ],
  };
  const [modules, sandbox, loader] = await Promise.all([
    build({
      ...shared,
      entryPoints: {
        player: 'src/player.ts',
        embed: 'src/embed.ts',
        'offline-sql': 'src/offline/sql-worker.ts',
      },
      entryNames: '[name]',
      chunkNames: 'chunks/[name]-[hash]',
      splitting: true,
      format: 'esm',
    }),
    // A classic script: `document.currentScript` tells where it came from, and it needs no type attribute.
    build({
      ...shared,
      entryPoints: { 'offline-javascript': 'src/offline/javascript-worker.ts' },
      format: 'iife',
    }),
    build({ ...shared, entryPoints: { 'dev-capsule': 'src/loader/dev-capsule.ts' }, format: 'iife' }),
  ]);
  const files = new Map<string, Uint8Array>();
  const outputs: Metafile['outputs'] = {};
  for (const { outputFiles, metafile } of [modules, sandbox, loader]) {
    for (const { path, contents } of outputFiles) files.set(path.slice(shared.outdir.length + 1), contents);
    for (const [name, output] of Object.entries(metafile.outputs))
      outputs[name.replace('dist/', '')] = output;
  }
  const sqlite = createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm');
  files.set('sqlite3.wasm', readFileSync(sqlite));
  files.set('embed.css', readFileSync(join(root, 'src/embed.css')));
  return { files, metafile: { inputs: modules.metafile.inputs, outputs } };
}
