'use client';
import type { Difficulty, Language } from '#words.ts';

export interface Asked {
  prompt: string;
  language: Language;
  difficulty: Difficulty;
}

const key = (jobId: string) => `prompt:${jobId}`;

/** The server keeps no prompt; the tab does, so that one can be asked again. */
export function rememberPrompt(jobId: string, asked: Asked): void {
  sessionStorage.setItem(key(jobId), JSON.stringify(asked));
}

export function recallPrompt(jobId: string): Asked | null {
  if (typeof sessionStorage === 'undefined') return null;
  const kept = sessionStorage.getItem(key(jobId));
  // Only this file writes there.
  return kept === null ? null : (JSON.parse(kept) as Asked);
}
