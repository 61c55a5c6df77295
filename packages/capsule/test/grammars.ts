/** Where `tools/examples/prove.ts` looks for it. */
export { localMutants } from '../../cli/src/executor/grammars.ts';
