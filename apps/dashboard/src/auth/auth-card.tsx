import type { ReactNode } from 'react';

/** The narrow page of everything around signing in. */
export function AuthCard({
  title,
  children,
  below,
}: {
  title: string;
  children: ReactNode;
  below?: ReactNode;
}) {
  return (
    <div className="shell flex flex-col items-center pt-12 sm:pt-20">
      <div className="card w-full max-w-sm p-6 sm:p-8">
        <h1 className="mb-6 text-xl font-semibold">{title}</h1>
        {children}
      </div>
      {below && <p className="mt-5 text-sm text-muted">{below}</p>}
    </div>
  );
}
