import { DIFFICULTIES, LANGUAGES } from '@devcapsules/capsule/schema/capsule';
import { z } from 'zod';

export const MAX_PROMPT_CHARS = 2_000;

/** What a creator asks for. */
export const generationRequest = z.strictObject({
  prompt: z.string().trim().min(3).max(MAX_PROMPT_CHARS),
  language: z.enum(LANGUAGES),
  difficulty: z.enum(DIFFICULTIES),
});
export type GenerationRequest = z.infer<typeof generationRequest>;
