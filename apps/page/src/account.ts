import { ask, messageOf } from './api.ts';
import { h } from './dom.ts';

interface Session {
  user: { name: string } | null;
}

const MIN_PASSWORD_CHARS = 10;

/** Who is signed in, in the corner of every page. */
export async function renderAccount(nav: HTMLElement): Promise<void> {
  const { user } = await ask<Session>('GET', '/auth/session');
  if (!user) {
    const back = location.pathname === '/sign-in' ? '' : `?back=${encodeURIComponent(location.pathname)}`;
    nav.replaceChildren(h('a', { href: `/sign-in${back}` }, 'Sign in'));
    return;
  }
  const status = h('span', { role: 'alert', class: 'bad' });
  const leave = async () => {
    try {
      await ask('POST', '/auth/sign-out');
      location.reload();
    } catch (error) {
      status.textContent = messageOf(error);
    }
  };
  nav.replaceChildren(
    status,
    h('span', { class: 'who' }, user.name),
    h('button', { type: 'button', class: 'quiet', click: leave }, 'Sign out'),
  );
}

/** Signing in, or creating an account. Solving needs neither. */
export function renderSignIn(main: HTMLElement): void {
  document.title = 'Sign in · DevCapsules';
  const status = h('p', { role: 'alert', class: 'bad' });
  const email = h('input', { type: 'email', name: 'email', autocomplete: 'username', required: true });
  const password = h('input', { type: 'password', name: 'password', required: true });
  const name = h('input', { name: 'name', autocomplete: 'name', maxlength: '100' });
  const isNew = h('input', { type: 'checkbox', name: 'new', change: choose });
  const nameRow = h('label', {}, 'Your name', name);
  const hint = h('span', { class: 'note' }, `At least ${MIN_PASSWORD_CHARS} characters.`);
  const title = h('h1');
  const enter = h('button', { type: 'submit', class: 'primary' });
  main.replaceChildren(
    h(
      'form',
      { class: 'sign-in', submit },
      title,
      h('p', { class: 'lead' }, 'You can solve every capsule without an account.'),
      h('label', {}, 'E-mail', email),
      h('label', {}, 'Password', password, hint),
      nameRow,
      h('label', { class: 'inline' }, isNew, 'I am new here'),
      enter,
      status,
    ),
  );
  choose();

  function choose() {
    const fresh = isNew.checked;
    nameRow.hidden = hint.hidden = !fresh;
    name.required = fresh;
    password.autocomplete = fresh ? 'new-password' : 'current-password';
    if (fresh) password.minLength = MIN_PASSWORD_CHARS;
    else password.removeAttribute('minlength');
    title.textContent = enter.textContent = fresh ? 'Create account' : 'Sign in';
  }

  async function submit(event: Event) {
    event.preventDefault();
    status.textContent = '';
    const account = { email: email.value, password: password.value };
    try {
      if (isNew.checked) await ask('POST', '/auth/sign-up/email', { ...account, name: name.value });
      else await ask('POST', '/auth/sign-in/email', account);
      location.assign(cameFrom());
    } catch (error) {
      status.textContent = messageOf(error);
    }
  }
}

/** The page that led here; only a path of ours, so that a link can't send anybody to another site. */
function cameFrom(): string {
  const back = new URLSearchParams(location.search).get('back') ?? '/';
  return /^\/c\/[\w-]+$/.test(back) ? back : '/';
}
