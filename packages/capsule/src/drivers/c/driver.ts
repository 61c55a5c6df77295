import type { Driver } from '../driver.ts';
import { callOf, capsuleHeader } from './calls.ts';
import { C_RUNTIME, cSolution } from './runtime.ts';
import { programMain, testFunctions, UNDEFINE } from './tests.ts';
import { C_VALUES } from './values.ts';

export const cDriver: Driver = {
  functionFiles: (source, signature) => [
    {
      name: 'main.c',
      content: `#include "capsule.h"\n${C_RUNTIME}${C_VALUES}${callOf(signature)}${cSolution('solution.c')}`,
    },
    { name: 'capsule.h', content: capsuleHeader(signature) },
    { name: 'solution.c', content: source },
  ],
  programFiles: (source, tests, nonce) => [
    {
      name: 'main.c',
      content: `${C_RUNTIME}${programMain(nonce)}${cSolution('solution.c')}${UNDEFINE}${testFunctions(tests)}`,
    },
    { name: 'solution.c', content: source },
  ],
};
