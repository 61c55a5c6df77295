import { type Check, filesOf, programCheck, syntaxCheck } from './check.ts';

export const bicepChecks: Check[] = [
  syntaxCheck('Bicep: syntax', 'azure/**/*.{bicep,bicepparam}'),
  programCheck('Bicep: types', 'bicep', 'types, references and modules are not checked', () => [
    ['build', 'infra/azure/main.bicep', '--stdout'],
    ...filesOf('azure/**/*.bicep').map(file => ['lint', file]),
  ]),
];
