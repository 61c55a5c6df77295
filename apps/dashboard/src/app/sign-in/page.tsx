import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { AuthCard } from '#auth/auth-card.tsx';
import { Providers, providerError } from '#auth/providers.tsx';
import { SignInForm } from '#auth/sign-in-form.tsx';
import { visitor } from '#server/api.ts';
import { type Query, queryOf, safeNext, withQuery } from '#server/query.ts';
import { Notice } from '#ui/notice.tsx';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

export default async function SignIn({ searchParams }: { searchParams: Promise<Query> }) {
  const query = queryOf(await searchParams);
  const next = safeNext(query.next);
  if (await visitor()) redirect(next);
  const problem = providerError(query.error);
  return (
    <AuthCard
      title="Sign in"
      below={
        <>
          New here?{' '}
          <Link
            prefetch={false}
            href={withQuery('/sign-up', { next: query.next })}
            className="text-accent underline"
          >
            Create an account
          </Link>
        </>
      }
    >
      {problem && (
        <div className="mb-4">
          <Notice tone="bad" alert>
            {problem}
          </Notice>
        </div>
      )}
      <Providers next={next} />
      <SignInForm next={next} />
    </AuthCard>
  );
}
