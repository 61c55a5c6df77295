'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classes } from './class-names.ts';

interface NavLinkProps {
  href: string;
  label: string;
  inMenu?: boolean;
}

/** A link that says where one is. */
export function NavLink({ href, label, inMenu = false }: NavLinkProps) {
  const path = usePathname();
  const isHere = path === href || (href !== '/studio' && path.startsWith(`${href}/`));
  const look = classes(
    'block rounded-md px-3 py-1.5 text-sm hover:bg-sunken hover:text-ink',
    isHere ? 'font-medium text-ink' : 'text-muted',
    isHere && !inMenu && 'bg-sunken',
  );
  const close = () => document.getElementById('menu')?.hidePopover();
  // What is not a page of ours is loaded whole.
  if (href.startsWith('/docs')) {
    return (
      <a href={href} className={look}>
        {label}
      </a>
    );
  }
  return (
    <Link
      href={href}
      prefetch={false}
      className={look}
      {...(isHere && { 'aria-current': 'page' as const })}
      {...(inMenu && { onClick: close })}
    >
      {label}
    </Link>
  );
}
