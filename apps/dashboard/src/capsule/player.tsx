import type { components } from '@devcapsules/client/schema';
import { headers } from 'next/headers';
import type { Theme } from '#server/theme.ts';
import { DifficultyBadge, LanguageBadge } from '#ui/badge.tsx';

interface PlayerProps {
  capsule: components['schemas']['CapsuleView'];
  theme: Theme;
}

/**
 * The player, served by the API's Worker. What stands inside the element is shown until it takes over, is what
 * search engines read, and stays where no script runs.
 */
export async function Player({ capsule, theme }: PlayerProps) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <>
      <script type="module" src="/player/v1/player.js" nonce={nonce} async />
      <dev-capsule
        capsule={capsule.id}
        theme={theme === 'system' ? 'auto' : theme}
        class="block min-h-[60vh]"
      >
        <div className="card max-w-3xl p-6">
          <h1 className="mb-3 text-xl font-semibold [overflow-wrap:anywhere]">{capsule.title}</h1>
          <div className="mb-4 flex gap-1.5">
            <LanguageBadge language={capsule.language} />
            <DifficultyBadge difficulty={capsule.difficulty} />
          </div>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised by the API. */}
          <div className="statement" dangerouslySetInnerHTML={{ __html: capsule.statementHtml }} />
          {capsule.objectives.length > 0 && (
            <>
              <h2 className="mt-6 mb-2 font-semibold">What you practise</h2>
              <ul className="list-disc ps-5 text-muted">
                {capsule.objectives.map(objective => (
                  <li key={objective}>{objective}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </dev-capsule>
    </>
  );
}
