import { getCloudflareContext } from '@opennextjs/cloudflare';

/** What worker/index.ts hands to pages. */
interface Environment {
  /** The API in the name of the visitor, over the service binding. */
  API: { fetch(request: Request, init?: RequestInit): Promise<Response> };
  /** The public address of the installation. */
  APP_URL: string;
}

export function environment(): Environment {
  return getCloudflareContext().env as unknown as Environment;
}

/** An address below the public one, for canonical links and what other sites read. */
export function absolute(path: string): string {
  return new URL(path, environment().APP_URL).href;
}
