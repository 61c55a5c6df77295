import { data } from '@devcapsules/client/client';
import type { Metadata } from 'next';
import { cache } from 'react';
import { Player } from '#capsule/player.tsx';
import { learningResource } from '#capsule/structured-data.ts';
import { api, found } from '#server/api.ts';
import { absolute } from '#server/environment.ts';
import { chosenTheme } from '#server/theme.ts';
import { ButtonLink } from '#ui/button.tsx';
import { counted, LANGUAGES, percent, plain } from '#words.ts';

interface Props {
  params: Promise<{ id: string }>;
}

const capsuleOf = cache((id: string) =>
  found(api().GET('/api/v1/capsules/{id}', { params: { path: { id } } })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { title, statement, language, isPublished } = await capsuleOf(id);
  const description = plain(statement);
  const oembed = absolute(`/oembed?url=${encodeURIComponent(absolute(`/c/${id}`))}`);
  return {
    title: `${title} (${LANGUAGES[language]})`,
    description,
    alternates: {
      canonical: `/c/${id}`,
      types: { 'application/json+oembed': [{ url: `${oembed}&format=json`, title }] },
    },
    openGraph: { title, description, type: 'article', url: `/c/${id}`, images: ['/og.png'] },
    ...(!isPublished && { robots: { index: false } }),
  };
}

export default async function CapsulePage({ params }: Props) {
  const { id } = await params;
  const [capsule, theme] = await Promise.all([capsuleOf(id), chosenTheme()]);
  const stats = capsule.isPublished
    ? await data(api().GET('/api/v1/analytics/public/{id}', { params: { path: { id } } }))
    : null;
  const facts = [
    counted(capsule.tests.length + capsule.hiddenTests, 'test'),
    capsule.qualityScore !== null && `quality ${percent(capsule.qualityScore)}`,
    stats && stats.totalRuns > 0 && counted(stats.totalRuns, 'run'),
    stats?.completionRate != null && `${percent(stats.completionRate)} solve it`,
  ];
  return (
    <div data-wide className="shell pt-6">
      <script
        type="application/ld+json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped.
        dangerouslySetInnerHTML={{ __html: learningResource(capsule, absolute(`/c/${id}`)) }}
      />
      <div className="mb-4 flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">
        <p className="text-sm text-muted">{facts.filter(Boolean).join(' · ')}</p>
        {capsule.isOwner && (
          <ButtonLink size="small" className="ms-auto" href={`/studio/c/${id}`}>
            Edit
          </ButtonLink>
        )}
      </div>
      <Player capsule={capsule} theme={theme} />
    </div>
  );
}
