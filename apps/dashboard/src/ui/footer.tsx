import Link from 'next/link';

export function Footer() {
  return (
    <footer className="mt-24 border-t border-line">
      <div className="shell flex flex-wrap items-center justify-between gap-4 py-8 text-sm text-muted">
        <p>DevCapsules: exercises that are proven by running them.</p>
        <nav aria-label="Footer">
          <ul className="flex flex-wrap gap-5">
            <li>
              <Link prefetch={false} href="/explore" className="hover:text-ink">
                Explore
              </Link>
            </li>
            <li>
              <a href="/docs/" className="hover:text-ink">
                API
              </a>
            </li>
            <li>
              <a href="/openapi.json" className="hover:text-ink">
                OpenAPI
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
