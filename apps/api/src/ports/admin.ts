/** Tokens of those who run the service. */
export interface AdminTokens {
  /** Who it is: an e-mail address or a service's name. @throws AppError INVALID_TOKEN | IDENTITY_UNAVAILABLE */
  verify(token: string): Promise<string>;
}
