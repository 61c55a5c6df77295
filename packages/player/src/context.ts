import type { PlayerApi } from './api.ts';
import type { Messages } from './i18n/messages.ts';
import type { Capsule } from './types.ts';

/** What hosts are told. */
export interface HostEvents {
  ready: { capsuleId: string; title: string };
  run: { capsuleId: string; kind: 'run' | 'submit'; verdict: string; passed: number; total: number };
  pass: { capsuleId: string; passed: number; total: number };
}

/** What all parts of one player share. */
export interface Context {
  root: ShadowRoot;
  api: PlayerApi;
  capsule: Capsule;
  t: Messages;
  /** Of the catalogue: `en`, `de`. */
  language: string;
  /** Where the exercise has a page of its own. */
  shareUrl: string;
  tell<Name extends keyof HostEvents>(name: Name, detail: HostEvents[Name]): void;
}
