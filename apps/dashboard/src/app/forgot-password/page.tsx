import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthCard } from '#auth/auth-card.tsx';
import { ForgotForm } from '#auth/password-forms.tsx';

export const metadata: Metadata = { title: 'Forgot the password', robots: { index: false } };

export default function ForgotPassword() {
  return (
    <AuthCard
      title="Forgot the password?"
      below={
        <Link prefetch={false} href="/sign-in" className="text-accent underline">
          Back to signing in
        </Link>
      }
    >
      <ForgotForm />
    </AuthCard>
  );
}
