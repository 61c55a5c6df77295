import { ChevronDown, Menu } from 'lucide-react';
import Link from 'next/link';
import { type Visitor, visitor } from '#server/api.ts';
import { chosenTheme } from '#server/theme.ts';
import { ButtonLink } from './button.tsx';
import { Logo } from './logo.tsx';
import { NavLink } from './nav-link.tsx';
import { SignOut } from './sign-out.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

const OWN = [
  { href: '/studio', label: 'Capsules' },
  { href: '/studio/courses', label: 'Courses' },
  { href: '/studio/analytics', label: 'Analytics' },
];
const PUBLIC = [
  { href: '/explore', label: 'Explore' },
  { href: '/courses', label: 'Learn' },
];
const MENU =
  'fixed inset-auto top-14 end-[max(1rem,calc(50vw-var(--page-width,72rem)/2+1rem))] m-0 w-64 rounded-xl border border-line bg-raised p-2 text-ink shadow-lift';

/** On every page. Menus are the browser's own popovers: they work before any script has come. */
export async function Header() {
  const [user, theme] = await Promise.all([visitor(), chosenTheme()]);
  const links = user ? [...PUBLIC, ...OWN] : PUBLIC;
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-canvas/85 backdrop-blur">
      <div className="shell flex h-14 items-center gap-2">
        <Link
          href="/"
          prefetch={false}
          className="me-3 flex items-center gap-2 rounded-md font-semibold tracking-tight"
        >
          <Logo /> DevCapsules
        </Link>
        <nav aria-label="Main" className="hidden md:block">
          <ul className="flex gap-1">
            {links.map(link => (
              <li key={link.href}>
                <NavLink {...link} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="ms-auto flex items-center gap-2">
          {user === null && (
            <>
              <ButtonLink look="quiet" size="small" href="/sign-in" className="max-sm:hidden">
                Sign in
              </ButtonLink>
              <ButtonLink look="primary" size="small" href="/sign-up">
                Start free
              </ButtonLink>
            </>
          )}
          <button
            type="button"
            popoverTarget="menu"
            aria-label={user ? `Menu of ${user.name}` : 'Menu'}
            className="flex h-9 items-center gap-1.5 rounded-lg px-2 text-muted hover:bg-sunken hover:text-ink"
          >
            {user ? (
              <>
                <Initial name={user.name} />
                <ChevronDown aria-hidden="true" className="size-4" />
              </>
            ) : (
              <Menu aria-hidden="true" className="size-5" />
            )}
          </button>
        </div>
      </div>
      <div id="menu" popover="auto" className={MENU}>
        {user && <Person user={user} />}
        <nav aria-label="Menu">
          <ul>
            {links.map(link => (
              <li key={link.href} className="md:hidden">
                <NavLink {...link} inMenu />
              </li>
            ))}
            {user ? (
              <>
                <li>
                  <NavLink href="/account" label="Account and usage" inMenu />
                </li>
                {user.administers && (
                  <li>
                    <NavLink href="/admin" label="Administration" inMenu />
                  </li>
                )}
                <li>
                  <NavLink href="/docs/" label="API reference" inMenu />
                </li>
              </>
            ) : (
              <li>
                <NavLink href="/sign-in" label="Sign in" inMenu />
              </li>
            )}
          </ul>
        </nav>
        <div className="my-2 border-t border-line pt-2">
          <ThemeSwitch chosen={theme} />
        </div>
        {user && <SignOut />}
      </div>
    </header>
  );
}

function Initial({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-7 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent"
    >
      {name.slice(0, 1).toUpperCase()}
    </span>
  );
}

function Person({ user }: { user: Visitor }) {
  return (
    <div className="mb-2 border-b border-line px-3 pt-1 pb-3">
      <p className="truncate font-medium">{user.name}</p>
      <p className="truncate text-sm text-muted">{user.email}</p>
    </div>
  );
}
