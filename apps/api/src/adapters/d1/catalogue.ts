import type { Capsule } from '@devcapsules/capsule/schema/capsule';

const DESCRIPTION_CHARS = 200;

/** The columns that lists show and filter by, taken from a capsule's content. */
export function catalogueColumns(content: Capsule) {
  return {
    title: content.title,
    description: firstLine(content.statement),
    type: content.type,
    difficulty: content.difficulty,
    language: content.language,
    functionName: content.judge.kind === 'function' ? content.judge.functionName : null,
    testCount: content.tests.length,
    tags: [...new Set(content.tags.map(normaliseTag))],
  };
}

/** Tags are compared in one spelling; it is also the one that lists show. */
export function normaliseTag(tag: string): string {
  return tag.normalize('NFC').trim().toLowerCase();
}

function firstLine(statement: string): string {
  const line = statement.split('\n').find(text => text.trim() !== '') ?? '';
  const plain = line
    .replace(/^#+\s*/, '')
    .replace(/[*`]/g, '')
    .trim();
  return plain.length > DESCRIPTION_CHARS ? `${plain.slice(0, DESCRIPTION_CHARS - 1)}…` : plain;
}
