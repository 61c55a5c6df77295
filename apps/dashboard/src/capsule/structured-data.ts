import type { components } from '@devcapsules/client/schema';
import { LANGUAGES, plain } from '#words.ts';

const LEVELS = { EASY: 'Beginner', MEDIUM: 'Intermediate', HARD: 'Advanced' };

/** schema.org's LearningResource as JSON that is safe inside a script element. */
export function learningResource(capsule: components['schemas']['CapsuleView'], url: string): string {
  const description = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    '@id': url,
    url,
    name: capsule.title,
    description: plain(capsule.statement, 300),
    learningResourceType: 'Exercise',
    interactivityType: 'active',
    educationalLevel: LEVELS[capsule.difficulty],
    teaches: capsule.objectives,
    keywords: [LANGUAGES[capsule.language], ...capsule.tags].join(', '),
    isAccessibleForFree: true,
    inLanguage: 'en',
  };
  return JSON.stringify(description).replaceAll('<', '\\u003c');
}
