import type { IncomingMessage } from 'node:http';

/** What Azure's metadata service answers. */
export interface Reply {
  status: number;
  body: object;
}

interface Identity {
  clientId: string;
  /** Whom its tokens are for, such as https://vault.azure.net. */
  resource: string;
  token: string;
}

/**
 * Stands in for the part of a machine's metadata service that gives tokens of the machine's identity out.
 * https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
 * @returns null for another address
 */
export function answerIdentity(
  request: IncomingMessage,
  { clientId, resource, token }: Identity,
): Reply | null {
  const url = new URL(request.url ?? '', 'http://metadata');
  if (url.pathname !== '/metadata/identity/oauth2/token') return null;
  const refuse = (error: string) => ({ status: 400, body: { error } });
  if (request.headers.metadata !== 'true') return refuse('bad_request_102');
  if (url.searchParams.get('api-version') !== '2018-02-01') return refuse('invalid_request');
  if (url.searchParams.get('resource') !== resource) return refuse('invalid_resource');
  if (url.searchParams.get('client_id') !== clientId) return refuse('invalid_request');
  return { status: 200, body: { access_token: token, expires_in: '86399', token_type: 'Bearer' } };
}
