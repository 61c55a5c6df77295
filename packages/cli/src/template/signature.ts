import { functionJudge } from '@devcapsules/capsule/schema/judge';
import { problemsOf } from '@devcapsules/capsule/schema/parse';
import { formatType, parseType } from '@devcapsules/capsule/schema/type';
import type { Signature } from '@devcapsules/capsule/starter/signature';
import { EXIT, Failure } from '../exit.ts';

const FORM = /^\s*(\w+)\s*\((.*)\)\s*->\s*(.+?)\s*$/s;

/** Reads `name(a: int, b: list<string>) -> int`. @throws Failure */
export function parseSignature(text: string): Signature {
  const [, functionName, inner, returns] = FORM.exec(text) ?? [];
  if (functionName === undefined || inner === undefined || returns === undefined) {
    throw wrong(text, 'write it like "name(a: int, b: list<string>) -> int"');
  }
  const params = splitParams(inner).map(param => {
    const [name = '', ...type] = param.split(':');
    return { name: name.trim(), type: type.join(':').trim() };
  });
  const parsed = functionJudge.safeParse({ kind: 'function', functionName, params, returns });
  if (!parsed.success) {
    const [problem] = problemsOf(parsed.error);
    throw wrong(text, `${problem?.path}: ${problem?.message}`);
  }
  const spelled = (type: string) => formatType(parseType(type));
  return {
    functionName,
    params: params.map(({ name, type }) => ({ name, type: spelled(type) })),
    returns: spelled(returns),
  };
}

/** At the commas that are in no angle brackets. */
function splitParams(text: string): string[] {
  if (text.trim() === '') return [];
  const params = [''];
  let depth = 0;
  for (const character of text) {
    if (character === ',' && depth === 0) params.push('');
    else params[params.length - 1] += character;
    if (character === '<') depth++;
    if (character === '>') depth--;
  }
  return params;
}

function wrong(text: string, why: string): Failure {
  return new Failure(EXIT.usage, `--function: "${text}" is no signature: ${why}.`);
}
