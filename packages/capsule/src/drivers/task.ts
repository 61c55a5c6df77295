import type { ProgramLanguage } from '../execution.ts';
import { parseType } from '../schema/type.ts';
import { declarationIn, type Signature } from '../starter/signature.ts';
import { decodeValue } from '../values/decode.ts';
import { writeValue } from '../values/write.ts';

/** A driver's task as JSON, given the token of its run. Drivers in C read it in this order, without white space. */
export type Task = (token: string) => string;

/** To call the function with the arguments of a test, which are JSON of the declared types. */
export function callTask(language: ProgramLanguage, signature: Signature, args: unknown[]): Task {
  const { functionName, params, returns } = signature;
  const types = params.map(({ type }) => parseType(type));
  const values = types.map((type, i) => writeValue(decodeValue(type, args[i])));
  const declaration = declarationIn(language, signature);
  const rest = JSON.stringify({
    functionName,
    params: types,
    returns: parseType(returns),
    declaration,
  }).slice(1);
  return token => `{"token":${JSON.stringify(token)},"call":{"args":[${values.join(',')}],${rest}}`;
}

/** To run a test program: the driver of a compiled language has it already and knows it by its number. */
export function testTask(test: number, code: string): Task {
  return token => JSON.stringify({ token, test, code });
}
