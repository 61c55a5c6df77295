import type { Judgement } from '@devcapsules/capsule/verdict';

const MESSAGE_CHARS = 200;
const SAMPLE_CHARS = 300;

export interface ErrorCluster {
  /** What errors of one kind have in common. */
  message: string;
  /** One of them as it was. */
  sample: string;
}

/** The error that a program ended with, or that it was not compiled for; null of a program that ended well. */
export function clusterOf({ compile, tests }: Judgement): ErrorCluster | null {
  const ended = tests.find(({ verdict }) => verdict === 'compile_error' || verdict === 'runtime_error');
  if (!ended) return null;
  const text = compile ? compile.stderr || compile.stdout : (ended.stderr ?? '');
  const sample = errorLine(text) ?? ended.message ?? ended.verdict;
  return { message: normalise(sample).slice(0, MESSAGE_CHARS), sample: sample.slice(0, SAMPLE_CHARS) };
}

/** The line that names the error: a traceback's last, a compiler's or a stack's first; else the first that says anything. */
function errorLine(text: string): string | undefined {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const naming = lines.filter(line => /(?:error|exception)\b/i.test(line));
  return (text.startsWith('Traceback') ? naming.at(-1) : naming[0]) ?? lines[0];
}

/** Takes out what differs between learners: places, addresses, names and numbers. */
export function normalise(message: string): string {
  return message
    .replace(/\b0x[0-9a-f]+\b/gi, '<address>')
    .replace(/"[^"]*"|'[^']*'|‘[^’]*’|`[^`]*`/g, '<name>')
    .replace(/(?:[a-z]:)?(?:[\w.-]*[/\\])+[\w.-]+/gi, '<path>')
    .replace(/\b[\w-]+\.(?:py|js|java|c|cpp|h)\b/g, '<path>')
    .replace(/<path>(?::\d+)+/g, '<path>')
    .replace(/(?<![\w<])[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?\b/gi, '<number>')
    .replace(/\s+/g, ' ')
    .trim();
}
