import { data } from '@devcapsules/client/client';
import type { Metadata } from 'next';
import { ApiKeys } from '#account/api-keys.tsx';
import { ChangePassword } from '#account/change-password.tsx';
import { DeleteAccount } from '#account/delete-account.tsx';
import { Section } from '#account/section.tsx';
import { Sessions } from '#account/sessions.tsx';
import { UsageFigures } from '#account/usage.tsx';
import { VerifyAddress } from '#account/verify-address.tsx';
import { api, requireVisitor } from '#server/api.ts';
import { ButtonAnchor } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';

export const metadata: Metadata = { title: 'Account' };

export default async function Account() {
  const user = await requireVisitor('/account');
  const client = api();
  const [usage, keys, sessions] = await Promise.all([
    data(client.GET('/api/v1/usage')),
    data(client.GET('/api/v1/auth/api-keys')),
    data(client.GET('/api/v1/auth/sessions')),
  ]);
  return (
    <div className="shell max-w-4xl pt-10">
      <PageHeader title="Account">
        {user.name}, {user.email}
      </PageHeader>
      <div className="grid gap-6">
        {!user.emailVerified && <VerifyAddress />}
        <Section id="usage" title="Plan and usage" about={`You are on the plan “${usage.plan}”.`}>
          <UsageFigures usage={usage} />
        </Section>
        <Section
          id="keys"
          title="API keys"
          about="For scripts and the command line. A key does only what its scopes say, and never account matters."
        >
          <ApiKeys initial={keys} />
        </Section>
        <Section id="sessions" title="Sessions" about="Where you are signed in.">
          <Sessions initial={sessions} />
        </Section>
        <Section id="password" title="Password" about="Changing it ends every other session.">
          <ChangePassword />
        </Section>
        <Section id="data" title="Your data" about="Everything that is kept about you, as JSON lines.">
          <ButtonAnchor href="/api/v1/account/export" download="devcapsules.jsonl">
            Export
          </ButtonAnchor>
        </Section>
        <Section
          id="delete"
          title="Delete the account"
          about="Your capsules go with all versions, and so do courses, files, keys and progress. For good."
        >
          <DeleteAccount email={user.email} />
        </Section>
      </div>
    </div>
  );
}
