import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { AuthCard } from '#auth/auth-card.tsx';
import { Providers } from '#auth/providers.tsx';
import { SignUpForm } from '#auth/sign-up-form.tsx';
import { visitor } from '#server/api.ts';
import { type Query, queryOf, safeNext, withQuery } from '#server/query.ts';

export const metadata: Metadata = { title: 'Create an account', robots: { index: false } };

export default async function SignUp({ searchParams }: { searchParams: Promise<Query> }) {
  const query = queryOf(await searchParams);
  const next = safeNext(query.next);
  if (await visitor()) redirect(next);
  return (
    <AuthCard
      title="Create an account"
      below={
        <>
          Have one?{' '}
          <Link
            prefetch={false}
            href={withQuery('/sign-in', { next: query.next })}
            className="text-accent underline"
          >
            Sign in
          </Link>
        </>
      }
    >
      <Providers next={next} />
      <SignUpForm next={next} />
    </AuthCard>
  );
}
