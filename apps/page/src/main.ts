import { renderAccount, renderSignIn } from './account.ts';
import { ask, messageOf, PageError } from './api.ts';
import { h } from './dom.ts';
import { renderList } from './list.ts';
import type { Capsule } from './types.ts';

/** The page for an address. The editor is most of the code: it loads beside the capsule that needs it. */
async function render(main: HTMLElement): Promise<void> {
  const { pathname } = location;
  if (pathname === '/') return renderList(main);
  if (pathname === '/sign-in') return renderSignIn(main);
  const [, id] = /^\/c\/([\w-]+)\/?$/.exec(pathname) ?? [];
  if (id === undefined) throw new PageError('NOT_FOUND', 'There is nothing at this address.');
  const [{ renderCapsule }, capsule] = await Promise.all([
    import('./capsule.ts'),
    ask<Capsule>('GET', `/capsules/${id}`),
  ]);
  await renderCapsule(main, capsule);
}

const main = document.getElementById('main');
const account = document.getElementById('account');
if (main && account) {
  render(main).catch((error: unknown) => {
    document.title = 'Not available · DevCapsules';
    main.replaceChildren(
      h('h1', {}, 'Not available'),
      h('p', { role: 'alert', class: 'lead' }, messageOf(error)),
      h('p', {}, h('a', { href: '/' }, 'All capsules')),
    );
  });
  // Without an answer nobody is known to be signed in; the page itself says what is wrong.
  renderAccount(account).catch(() => account.replaceChildren());
}
