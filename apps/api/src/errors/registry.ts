/** One entry a public error: its status, what a client is told, and where that is explained. */
interface ErrorEntry {
  status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 416 | 422 | 428 | 429 | 500 | 503;
  message: string;
  /** What it means and what to do, for docs/errors.md. */
  help: string;
}

export const ERRORS = {
  VALIDATION_FAILED: {
    status: 400,
    message: 'The request is not valid.',
    help: 'A field of the request is missing or has the wrong form. `details` lists each problem with its path.',
  },
  LINK_INVALID: {
    status: 400,
    message: 'This link is not valid any more.',
    help: 'Links for verifying an address work for a day, links for a new password once and for an hour. Ask for another.',
  },
  INVALID_CREDENTIALS: {
    status: 401,
    message: 'E-mail or password is wrong.',
    help: 'Check both, or create an account. Which of the two is wrong is not told.',
  },
  UNAUTHENTICATED: {
    status: 401,
    message: 'Sign in first.',
    help: 'The route needs a signed-in user: send the session cookie that signing in set.',
  },
  INVALID_TOKEN: {
    status: 401,
    message: 'The key or token is not valid.',
    help: 'The `Authorization` or learner token is unknown, malformed, expired or revoked. Make a new one, or send none.',
  },
  SCOPE_MISSING: {
    status: 403,
    message: 'The API key may not do this.',
    help: '`details.needed` is the scope that the route needs; `session` means that no key may, only a person who is signed in.',
  },
  ACCOUNT_SUSPENDED: {
    status: 403,
    message: 'This account is suspended.',
    help: 'Its sessions, keys and tokens are refused. Write to those who run the service.',
  },
  ADMIN_ONLY: {
    status: 403,
    message: 'This is for those who run the service.',
    help: 'Administration needs Cloudflare Access or, where that is not configured, a session of an address in `ADMIN_EMAILS`.',
  },
  EMAIL_UNVERIFIED: {
    status: 403,
    message: 'Verify your e-mail address first.',
    help: 'Publishing needs a verified address here. `POST /auth/verify-email/send` sends a link.',
  },
  CROSS_SITE_REQUEST: {
    status: 403,
    message: 'This request comes from another site.',
    help: 'Requests that change something with a session cookie must come from the application’s own origin.',
  },
  NOT_FOUND: {
    status: 404,
    message: 'There is nothing here.',
    help: 'The address is wrong, or you may not know whether something is there: drafts exist for their owner only.',
  },
  EMAIL_TAKEN: {
    status: 409,
    message: 'There is an account with this e-mail already.',
    help: 'Sign in instead.',
  },
  ACCOUNT_NOT_LINKED: {
    status: 409,
    message: 'There is an account with this e-mail already, and it could not be joined with yours.',
    help: 'Accounts are joined only if the address is verified on both sides. Sign in to the existing account, verify its address, then try again.',
  },
  ALREADY_VERIFIED: {
    status: 409,
    message: 'Your e-mail address is verified already.',
    help: 'There is nothing to do.',
  },
  LIMIT_REACHED: {
    status: 409,
    message: 'You have as many of these as your plan allows.',
    help: '`details.what` is what, `details.limit` how many. Remove some, or change the plan.',
  },
  ALREADY_REPLAYED: {
    status: 409,
    message: 'This dead letter was sent again before.',
    help: 'If its consumer gave it up once more, that is a dead letter of its own.',
  },
  PROOF_REQUIRED: {
    status: 409,
    message: 'The capsule has no fresh passing proof.',
    help: 'Run `POST /capsules/:id/verify` on the current content, mend what it reports, then publish.',
  },
  PROOF_CANCELLED: {
    status: 409,
    message: 'The proof was cancelled before it ended.',
    help: 'Start it again by `POST /capsules/:id/verify`. What it had found out until then was thrown away.',
  },
  NOT_PUBLISHED: {
    status: 409,
    message: 'The capsule is not published.',
    help: 'Learners’ submissions are judged by the published version; publish one first.',
  },
  IDEMPOTENCY_CONFLICT: {
    status: 409,
    message: 'This Idempotency-Key was used for another request.',
    help: 'A key stands for one request, whatever becomes of it. Send a new key with a new request.',
  },
  DRAFT_CONFLICT: {
    status: 409,
    message: 'You have typed something else in another window.',
    help: '`details` is what was kept there: `sourceCode` and `updatedAt`. Nothing was overwritten; send the merged text with that `ifUpdatedAt`.',
  },
  VERSION_CONFLICT: {
    status: 412,
    message: 'This has changed since you read it.',
    help: 'Read it again, merge your changes, and send the new ETag in `If-Match`. Nothing was written.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    message: 'The request body is too large.',
    help: 'The limit stands in `details.limitBytes`. The rest of the body was not read.',
  },
  SOURCE_TOO_LARGE: {
    status: 413,
    message: 'The source is over 50 KB.',
    help: 'Programs of up to 51,200 bytes are run.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'Send JSON with the content type application/json.',
    help: 'Bodies in other forms are not read.',
  },
  ASSET_TYPE_REFUSED: {
    status: 415,
    message: 'This kind of file is not taken, or it is not what its name says.',
    help: 'Images (PNG, JPEG, GIF, WebP, AVIF), PDF and UTF-8 text (txt, csv, json) are; what a file is is told by its bytes. SVG is not, for it can run scripts.',
  },
  RANGE_NOT_SATISFIABLE: {
    status: 416,
    message: 'The file is shorter than that.',
    help: '`Content-Range` and `details.bytes` say how long it is.',
  },
  NOTHING_FITS: {
    status: 422,
    message: 'The built-in bank has no exercise of this kind, and no model is configured here.',
    help: 'Without a model, exercises come from a built-in bank; `details.nearest` names what it has nearby, for other languages or levels. Those who run the service let a model write by `LLM_PROVIDER`, see [generation](generation.md).',
  },
  NOT_REGENERABLE: {
    status: 422,
    message: 'No part of this capsule can be written anew here.',
    help: 'A model writes parts of functions and of queries that are judged by their rows, where one is configured (see [generation](generation.md)). Without one, only what came from the built-in bank is made anew, as a whole.',
  },
  GENERATION_REFUSED: {
    status: 422,
    message: 'The model does not write about this.',
    help: 'The provider’s content filter or the model itself refused the request. Describe the exercise in other words.',
  },
  NOT_PROVEN: {
    status: 422,
    message: 'No exercise came of it that could be proven.',
    help: 'What was written did not hold, after three repairs either; `learnt` says what the last check found. It is not counted. Be more precise about what comes in and what goes out, or try again.',
  },
  VERSION_REQUIRED: {
    status: 428,
    message: 'Send If-Match with the ETag of what you are changing.',
    help: 'It keeps two editors from overwriting each other. `GET /capsules/:id/source` gives the ETag.',
  },
  RATE_LIMITED: {
    status: 429,
    message: 'Too many requests. Wait a little.',
    help: 'The number of requests a minute depends on the plan. `Retry-After` says how long to wait.',
  },
  QUOTA_EXCEEDED: {
    status: 429,
    message: 'The allowance for today is used up.',
    help: '`details.kind` is what is used up, `details.limit` how much there is a day. It depends on the plan and starts anew at midnight UTC; `Retry-After` says when. Programs of people who are not signed in also count for the capsule’s owner, above a free floor.',
  },
  INTERNAL: {
    status: 500,
    message: 'Something went wrong on our side.',
    help: 'The request id in the answer lets us find out what. Nothing you did is counted against you.',
  },
  IDENTITY_UNAVAILABLE: {
    status: 503,
    message: 'Your token can’t be checked right now.',
    help: 'The service that issued it does not answer. Try again after `Retry-After` seconds.',
  },
  MAIL_UNAVAILABLE: {
    status: 503,
    message: 'No mail is sent from here.',
    help: 'The installation has no mail service configured (`MAIL_PROVIDER`).',
  },
  EXECUTION_DISABLED: {
    status: 503,
    message: 'Running code is switched off for a while.',
    help: 'Those who run the service have switched execution off. Nothing you typed is lost; try again later.',
  },
  SIGNUP_DISABLED: {
    status: 503,
    message: 'New accounts can’t be made right now.',
    help: 'Those who run the service have switched signing up off for a while. Signing in goes on.',
  },
  GENERATION_DISABLED: {
    status: 503,
    message: 'Generating capsules is switched off for a while.',
    help: 'Those who run the service have switched generation off. It is not counted; try again later.',
  },
  GENERATION_PAUSED: {
    status: 503,
    message: 'The model can’t be reached right now.',
    help: 'The provider of models fails or is busy. It is not counted; try again after `Retry-After` seconds.',
  },
  BUDGET_SPENT: {
    status: 503,
    message: 'Today’s budget for generation is spent.',
    help: 'The installation has a daily budget (`GENERATION_DAILY_BUDGET_USD`), which starts anew at midnight UTC. It is not counted.',
  },
  MODEL_UNUSABLE: {
    status: 503,
    message: 'The model is not set up properly.',
    help: 'It rejects the key or the way it is asked, or its answers have the wrong form. It is not counted. Those who run the service find out more in the log.',
  },
  RUNNER_UNAVAILABLE: {
    status: 503,
    message: 'Programs can’t be run right now. SQL still can.',
    help: 'The runner does not answer. Try again after `Retry-After` seconds; nothing you typed is lost.',
  },
  RUNNER_BUSY: {
    status: 503,
    message: 'Many programs are running right now. Try again in a moment.',
    help: 'The runner’s queue is full. `Retry-After` says when to come again.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];
