import { createServer } from 'node:http';
import { freePort } from '../../../../tools/lib/ports.ts';
import type { CapsuleName } from './capsules.ts';

/**
 * Somebody else's static site: `/<capsule>` has the one tag, `/frame/<capsule>` the plain frame, `/direct/<capsule>`
 * the element itself. What it is told stands in `window.told`.
 */
export async function serveHost(
  apiUrl: string,
  ids: Record<CapsuleName, string>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host.example');
    const [, way, name] = /^\/(?:(frame|direct)\/)?(\w+)$/.exec(pathname) ?? [];
    const id = Object.entries(ids).find(([key]) => key === name)?.[1];
    if (id === undefined) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(way, id, search));
  });
  const page = (way: string | undefined, id: string, search: string) => {
    const attributes = [...new URLSearchParams(search)].map(([key, value]) => `${key}="${value}"`).join(' ');
    const body =
      way === 'frame'
        ? `<iframe src="${apiUrl}/embed/${id}${search}" width="900" height="700" title="Exercise"></iframe>`
        : `<dev-capsule capsule="${id}" ${attributes}></dev-capsule>`;
    const script =
      way === 'direct'
        ? `<script type="module" src="${apiUrl}/player/v1/player.js"></script>`
        : way === undefined
          ? `<script src="${apiUrl}/player/v1/dev-capsule.js" async></script>`
          : '';
    return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>A site of somebody else</title>
<script>
  window.told = [];
  for (const name of ['ready', 'run', 'pass'])
    addEventListener('devcapsule:' + name, event => told.push([name, event.detail]));
</script>
<main><h1>A lesson</h1>${body}</main>${script}</html>`;
  };
  const port = await freePort();
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
