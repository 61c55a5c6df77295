import { type Check, filesOf, programCheck, syntaxCheck } from './check.ts';

/** What a deployment says, and a check makes up. */
const DEPLOYMENT = Object.fromEntries(
  ['RUNNER_VERSION', 'RUNNER_BASE_URL', 'CLOUDFLARED_VERSION', 'CLOUDFLARED_SHA256', 'ADMIN_PUBLIC_KEY'].map(
    name => [name, 'x'],
  ),
);

export const bicepChecks: Check[] = [
  syntaxCheck('Bicep: syntax', 'azure/**/*.{bicep,bicepparam}'),
  programCheck(
    'Bicep: types',
    'bicep',
    'types, references and modules are not checked',
    () => [
      ['build', 'infra/azure/main.bicep', '--stdout'],
      ...filesOf('azure/**/*.bicep').map(file => ['lint', file]),
      ...filesOf('azure/*.bicepparam').map(file => ['build-params', file, '--stdout']),
    ],
    DEPLOYMENT,
  ),
];
