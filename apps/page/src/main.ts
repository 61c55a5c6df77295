import { renderAccount, renderSignIn } from './account.ts';
import { PageError } from './api.ts';
import { renderCapsule } from './capsule.ts';
import { h } from './dom.ts';
import { renderList } from './list.ts';

/** The page for an address. */
async function render(main: HTMLElement): Promise<void> {
  const [, id] = /^\/c\/([^/]+)\/?$/.exec(location.pathname) ?? [];
  if (id !== undefined) await renderCapsule(main, decodeURIComponent(id));
  else if (location.pathname === '/') await renderList(main);
  else if (location.pathname === '/sign-in') renderSignIn(main);
  else throw new PageError('NOT_FOUND', 'There is nothing at this address.');
}

const main = document.getElementById('main');
const account = document.getElementById('account');
if (main && account) {
  render(main).catch((error: unknown) => {
    document.title = 'Not available · DevCapsules';
    const text = error instanceof Error ? error.message : String(error);
    main.replaceChildren(
      h('h1', {}, 'Not available'),
      h('p', { role: 'alert' }, text),
      h('p', {}, h('a', { href: '/' }, 'All capsules')),
    );
  });
  renderAccount(account).catch(() => account.replaceChildren());
}
