/** Failures a client is told about. The message is public; what is internal goes to the log. */

export class HttpError extends Error {
  readonly status: 400 | 401 | 404 | 413 | 429 | 503;
  readonly headers: Record<string, string>;
  constructor(status: HttpError['status'], message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}
