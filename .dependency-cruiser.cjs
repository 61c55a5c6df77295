/** Who may import whom: anything not allowed here is an error. See docs/architecture.md. */
const own = '^(apps|packages|tools|bench|infra)/';
const allow = (comment, from, to) => ({ comment, from: { path: from }, to: { path: to } });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(cloudflare:|hast$|mdast$)' },
    },
    {
      name: 'not-to-dev-dependencies',
      comment: 'What is shipped depends on nothing that only development has, but for types.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '@cloudflare/workers-types',
      },
    },
  ],
  allowed: [
    { comment: 'Libraries and the platform.', from: {}, to: { pathNot: own } },
    allow('The capsule imports nothing of ours.', '^packages/capsule/', '^packages/capsule/'),
    allow(
      'The SQL Worker knows jobs, outcomes and hashes.',
      '^apps/sql/',
      '^(apps/sql/|packages/capsule/src/(execution|hash)\\.ts)',
    ),
    allow(
      'The Worker of mutants knows how they are made.',
      '^apps/mutants/',
      '^(apps/mutants/|packages/capsule/src/mutants/)',
    ),
    allow(
      'The runner knows types and limits.',
      '^apps/runner/',
      '^(apps/runner/|packages/capsule/src/(execution|schema/capsule)\\.ts)',
    ),
    allow(
      'The CLI reads, judges and proves what is in folders.',
      '^packages/cli/',
      '^packages/(cli|capsule|client)/src/',
    ),
    allow('Generation makes capsules.', '^packages/generation/', '^packages/(generation|capsule)/src/'),
    allow(
      'The client knows what the document says, and no more.',
      '^packages/client/',
      '^packages/client/src/',
    ),
    allow('Statements are rendered from text alone.', '^packages/statement/', '^packages/statement/'),
    allow(
      'The player knows the client and shapes.',
      '^packages/player/',
      '^packages/(player|client|capsule)/src/',
    ),
    allow(
      'The dashboard asks the API as any client does, and previews what authors write.',
      '^apps/dashboard/(src|worker)/',
      '^(apps/dashboard/(src|worker)/|packages/(client|capsule|statement)/src/)',
    ),
    allow(
      'The page knows shapes, and serves the player.',
      '^apps/page/',
      '^(apps/page/|packages/capsule/src/|packages/player/build\\.ts$)',
    ),
    allow(
      'Routes call services, and map.',
      '^apps/api/src/routes/',
      '^(apps/api/src/(routes|services|middleware|errors|ports|http|plans|version)|packages/(capsule|generation)/src/)',
    ),
    allow(
      'Middleware stands before the routes; it calls services as they do.',
      '^apps/api/src/middleware/',
      '^(apps/api/src/(middleware|services|errors|ports|http|plans|compose)|packages/capsule/src/)',
    ),
    allow(
      'Services know ports, never adapters.',
      '^apps/api/src/services/',
      '^(apps/api/src/(services|ports|errors|deps|plans)|packages/(capsule|generation|statement)/src/)',
    ),
    allow(
      'Ports know no more than words.',
      '^apps/api/src/ports/',
      '^(apps/api/src/(ports|plans|errors)|packages/(capsule|generation)/src/)',
    ),
    allow(
      'Adapters implement ports.',
      '^apps/api/src/adapters/',
      '^(apps/api/src/(adapters|ports|errors|bindings|config|plans|durable)|apps/(sql|mutants)/src/protocol\\.ts|packages/(capsule|generation)/src/)',
    ),
    allow(
      'Durable Objects stand where routes do: they call services.',
      '^apps/api/src/durable/',
      '^(apps/api/src/(durable|services|ports|errors|compose|bindings|deps)|packages/(capsule|generation)/src/)',
    ),
    allow(
      'Only compose.ts turns bindings into adapters.',
      '^apps/api/src/compose\\.ts$',
      '^(apps/api/src/|packages/generation/src/bank/)',
    ),
    allow(
      'The rest of the Worker.',
      '^apps/api/src/(app|document|index|deps|http|bindings|config|config/[^/]+|plans|version|errors/[^/]+)\\.ts$',
      '^(apps/api/src/(?!adapters)|apps/api/package\\.json|apps/(sql|mutants)/src/protocol\\.ts|packages/(capsule|generation)/src/)',
    ),
    allow(
      'Tests, tools, benchmarks and what operators run may reach everything.',
      '^(tools|bench|infra|(apps|packages)/[^/]+/(test|bench|tools))/',
      '.*',
    ),
    allow('So may the configuration of tests.', '/vitest\\.config\\.ts$', '.*'),
  ],
  allowedSeverity: 'error',
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)((dist|\\.wrangler|\\.next|\\.open-next)/|next-env\\.d\\.ts$)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
};
