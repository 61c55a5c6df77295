import { ask } from './api.ts';
import { h } from './dom.ts';

interface Session {
  user: { name: string } | null;
}

/** Who is signed in, in the corner of every page. */
export async function renderAccount(nav: HTMLElement): Promise<void> {
  const { user } = await ask<Session>('GET', '/auth/session');
  if (!user) {
    nav.replaceChildren(h('a', { href: '/sign-in' }, 'Sign in'));
    return;
  }
  const leave = async () => {
    await ask('POST', '/auth/sign-out');
    location.assign('/');
  };
  nav.replaceChildren(
    h('span', {}, user.name),
    h('button', { type: 'button', class: 'quiet', click: leave }, 'Sign out'),
  );
}

/** Signing in, or creating an account. Solving needs neither. */
export function renderSignIn(main: HTMLElement): void {
  document.title = 'Sign in · DevCapsules';
  const status = h('p', { role: 'alert', class: 'status bad' });
  const fields = {
    email: h('input', { type: 'email', name: 'email', autocomplete: 'username', required: true }),
    password: h('input', {
      type: 'password',
      name: 'password',
      autocomplete: 'current-password',
      required: true,
    }),
    name: h('input', { name: 'name', autocomplete: 'name' }),
  };
  const isNew = h('input', { type: 'checkbox', name: 'new' });
  const nameRow = h('label', { hidden: true }, 'Your name ', fields.name);
  isNew.addEventListener('change', () => {
    nameRow.hidden = !isNew.checked;
    fields.name.required = isNew.checked;
    fields.password.minLength = isNew.checked ? 10 : 0;
    fields.password.autocomplete = isNew.checked ? 'new-password' : 'current-password';
  });
  const enter = async (event: Event) => {
    event.preventDefault();
    status.textContent = '';
    const [email, password, name] = [fields.email.value, fields.password.value, fields.name.value];
    try {
      if (isNew.checked) await ask('POST', '/auth/sign-up/email', { email, password, name });
      else await ask('POST', '/auth/sign-in/email', { email, password });
      location.assign('/');
    } catch (error) {
      status.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  main.replaceChildren(
    h('h1', {}, 'Sign in'),
    h('p', { class: 'lead' }, 'You can solve every capsule without an account.'),
    h(
      'form',
      { class: 'sign-in', submit: enter },
      h('label', {}, 'E-mail ', fields.email),
      h('label', {}, 'Password ', fields.password),
      h('label', { class: 'inline' }, isNew, ' I am new here'),
      nameRow,
      h('button', { type: 'submit', class: 'primary' }, 'Continue'),
      status,
    ),
  );
}
