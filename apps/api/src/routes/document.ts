import { AppError } from '../errors/app-error.ts';
import { partOf } from './components.ts';

/** A capsule as a request body. The service parses it, for it names problems better than a union can. */
export const documentBody = {
  body: {
    required: true,
    content: {
      'application/json': { schema: partOf<unknown>('Capsule') },
    },
  },
};

/** Drafts are versioned: the ETag is the version. */
export function etagOf(version: number): string {
  return `"v${version}"`;
}

/** @throws AppError VERSION_REQUIRED without the header, VERSION_CONFLICT when it is no ETag of ours */
export function expectedVersion(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new AppError('VERSION_REQUIRED');
  const version = /^(?:W\/)?"v(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new AppError('VERSION_CONFLICT');
  return Number(version);
}

/** The same, where the header may be left out. @throws AppError VERSION_CONFLICT when it is no ETag of ours */
export function expectedVersionIfAny(ifMatch: string | undefined): number | undefined {
  return ifMatch === undefined || ifMatch.trim() === '*' ? undefined : expectedVersion(ifMatch);
}
