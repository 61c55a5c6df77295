export interface LanguageInfo {
  language: string;
  version: string;
  aliases: string[];
  tier: 'edge' | 'runner';
}

export interface LanguageSource {
  /** @throws AppError RUNNER_UNAVAILABLE */
  list(): Promise<LanguageInfo[]>;
}
