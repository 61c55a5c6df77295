import type { Metadata } from 'next';
import { AuthCard } from '#auth/auth-card.tsx';
import { ResetForm } from '#auth/password-forms.tsx';
import { type Query, queryOf } from '#server/query.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

export const metadata: Metadata = {
  title: 'Set a new password',
  robots: { index: false },
  // The address carries what sets the password: it is told to nobody.
  referrer: 'no-referrer',
};

/** Where the mail's link leads. */
export default async function ResetPassword({ searchParams }: { searchParams: Promise<Query> }) {
  const { token } = queryOf(await searchParams);
  return (
    <AuthCard title="Set a new password">
      {token ? (
        <ResetForm token={token} />
      ) : (
        <div className="grid gap-4">
          <Notice tone="bad">This address is not complete. Open the whole link of the mail.</Notice>
          <ButtonLink href="/forgot-password">Ask for another mail</ButtonLink>
        </div>
      )}
    </AuthCard>
  );
}
