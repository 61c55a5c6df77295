import type { ReactNode } from 'react';

interface SectionProps {
  id: string;
  title: string;
  about: string;
  children: ReactNode;
}

/** One matter of the account. */
export function Section({ id, title, about, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="card min-w-0 p-6">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 mb-5 text-sm text-muted">{about}</p>
      {children}
    </section>
  );
}
