// Entry of `npm start`, `npm test`, `npm run demo` and `npm run bench`. Plain JavaScript that an old Node can
// read: it installs the dependencies, Node 24 among them, and hands over to the TypeScript beside it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const BIN = join(ROOT, 'node_modules', '.bin');
const COMMANDS = ['setup', 'start', 'test', 'demo', 'bench'];

function fail(line) {
  console.error(`✗ ${line}`);
  process.exit(1);
}

/** npm writes this file last: older than the lockfile means the folder is not what the lockfile says. */
function isInstalled() {
  const stamp = join(ROOT, 'node_modules', '.package-lock.json');
  return existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

function installDependencies() {
  const startedAt = Date.now();
  process.stdout.write('• Dependencies (npm ci) … ');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.log('failed');
    console.error(result.stderr || String(result.error));
    fail('npm ci failed; the lines above say why.');
  }
  console.log(`${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Node 24 from node_modules, or the running one where npm has none for the platform. */
function findNode() {
  const bundled = join(BIN, 'node');
  if (existsSync(bundled)) return bundled;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return fail(`This platform needs Node 22.18 or newer; this is ${process.version}. See .nvmrc.`);
}

const [command, ...args] = process.argv.slice(2);
if (!COMMANDS.includes(command)) fail(`Usage: node tools/run.mjs ${COMMANDS.join('|')} [options]`);
if (!isInstalled()) installDependencies();
if (command === 'setup') process.exit(0);
const child = spawn(findNode(), [join(ROOT, 'tools', `${command}.ts`), ...args], {
  cwd: ROOT,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: BIN + delimiter + process.env.PATH,
    NODE_NO_WARNINGS: '1',
    WRANGLER_SEND_METRICS: 'false',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    // A laptop is none of the environments that the Workers' configurations name.
    CLOUDFLARE_ENV: '',
  },
});
// The child gets the terminal's signals itself and ends what it started; this process only waits for it.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (signal === 'SIGTERM') child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
