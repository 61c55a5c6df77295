import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Embeddable } from '../../ports/embedding.ts';

interface Scope {
  deps: Pick<Deps, 'embedding' | 'config'>;
}

/** A published capsule, for the page that shows it in a frame. @throws AppError NOT_FOUND */
export async function getEmbeddable({ deps }: Scope, id: string): Promise<Embeddable> {
  const found = await deps.embedding.findPublished(id);
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}

/** What oEmbed's consumers ask for. */
export interface OEmbedQuery {
  url: string;
  /** The most they have room for, in pixels. */
  maxWidth: number | undefined;
  maxHeight: number | undefined;
}

export interface OEmbed {
  title: string;
  /** The page in the frame. */
  src: string;
  width: number;
  height: number;
  providerUrl: string;
}

const WIDTH_PX = 1000;
const HEIGHT_PX = 760;
/** Addresses of a capsule: its page, and the page in a frame. */
const PATH = /^\/(?:c|capsules|embed)\/([\w-]{1,64})\/?$/;

/** How a capsule is shown on another site. @throws AppError NOT_FOUND for any other address */
export async function describeEmbed(
  scope: Scope,
  { url, maxWidth, maxHeight }: OEmbedQuery,
): Promise<OEmbed> {
  const { appUrl, trustedOrigins } = scope.deps.config;
  const asked = URL.canParse(url) ? new URL(url) : null;
  const id = asked && trustedOrigins.includes(asked.origin) ? PATH.exec(asked.pathname)?.[1] : undefined;
  if (id === undefined) throw new AppError('NOT_FOUND');
  const { title } = await getEmbeddable(scope, id);
  return {
    title,
    src: new URL(`/embed/${id}`, appUrl).href,
    width: Math.min(WIDTH_PX, maxWidth ?? WIDTH_PX),
    height: Math.min(HEIGHT_PX, maxHeight ?? HEIGHT_PX),
    providerUrl: appUrl,
  };
}
