import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../../tools/lib/chromium.ts';

/** Draws public/og.png, the picture that other sites show beside a link to ours. */
const folder = join(import.meta.dirname, '../public');
const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');
const html = `<!doctype html><style>
  body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 88px 96px;
    font: 500 34px/1.4 Inter, system-ui, sans-serif; color: #a4aab6;
    background: radial-gradient(90% 120% at 100% 0, #2b2666 0, #0e0f13 62%); display: flex; flex-direction: column; }
  header { display: flex; align-items: center; gap: 20px; color: #f0f1f4; font-weight: 600; }
  header svg { width: 64px; height: 64px; }
  h1 { margin: auto 0 28px; font-size: 76px; line-height: 1.08; letter-spacing: -0.03em; color: #fff; }
  p { margin: 0; }
</style><header>${icon} DevCapsules</header>
<h1>Coding exercises<br>proven by execution</h1><p>Python · JavaScript · Java · C · C++ · SQL</p>`;

const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(html);
writeFileSync(join(folder, 'og.png'), await page.screenshot());
await browser.close();
