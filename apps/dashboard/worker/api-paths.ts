/** What the API's Worker answers: its routes, the player, embeds, and where its resources once stood (308). */
const FOLDERS = [
  '/api',
  '/embed',
  '/player',
  '/docs',
  '/health',
  ...['/capsules', '/execute', '/generate', '/analytics', '/auth', '/mentor'],
];
const FILES = ['/oembed', '/openapi.json', '/outbox'];

/** Whether a path belongs to the API and not to a page. */
export function isOfApi(pathname: string): boolean {
  return (
    FILES.includes(pathname) ||
    FOLDERS.some(folder => pathname === folder || pathname.startsWith(`${folder}/`))
  );
}
