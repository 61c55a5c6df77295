import { data } from '@devcapsules/client/client';
import { ApiError } from '@devcapsules/client/error';
import { renderStatement } from '@devcapsules/statement/render';
import type { Metadata } from 'next';
import { api, found, requireVisitor } from '#server/api.ts';
import { absolute } from '#server/environment.ts';
import { asCapsule } from '#studio/source.ts';
import { Studio } from '#studio/studio.tsx';

export const metadata: Metadata = { title: 'Studio' };

export default async function StudioPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireVisitor(`/studio/c/${id}`);
  const path = { params: { path: { id } } };
  const [source, evidence] = await Promise.all([
    found(api().GET('/api/v1/capsules/{id}/source', path)),
    data(api().GET('/api/v1/capsules/{id}/proof', path)).catch(nothingYet),
  ]);
  const capsule = asCapsule(source.capsule);
  return (
    <Studio
      id={id}
      initial={{ capsule, version: source.version }}
      statementHtml={renderStatement(capsule.statement, { baseUrl: absolute('/') })}
      publishedVersion={source.publishedVersion}
      proof={evidence && { evidence, isFresh: evidence.fresh }}
    />
  );
}

/** A capsule that was never proven has no proof. */
function nothingYet(error: unknown): null {
  if (error instanceof ApiError && error.status === 404) return null;
  throw error;
}
