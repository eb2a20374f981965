/** Who may import whom. Each rule has a name and a reason; the picture is drawn by it, not the other way round. */
const PURE = '^server/(bpmn|feel|dmn|journal|engine/protocol|policies|deadlines|statutes|forms|lint|prose)/'
const TEST = '\\.test\\.ts$'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A circle means two rooms are one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody uses is dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          TEST,
          '\\.d\\.ts$',
          '(vite|vitest|drizzle)\\.config\\.ts$',
          '\\.(m|c)js$',
          '^tests/',
          '^workflows/',
          '^db/schema/',
          '^server/engine/protocol/',
        ],
      },
      to: {},
    },
    {
      name: 'pure-rooms-know-no-node',
      comment: 'The browser runs these rooms too.',
      severity: 'error',
      from: { path: PURE, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-core-knows-no-node',
      comment: 'Clock, keys and store are handed in, so a replay cannot go another way.',
      severity: 'error',
      from: { path: '^server/engine/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'bottom-imports-only-the-bottom',
      comment: 'Words at the bottom: they depend on nothing that thinks.',
      severity: 'error',
      from: { path: '^server/(bpmn|feel|dmn|journal|engine/protocol)/', pathNot: TEST },
      to: { path: '^(server|db|ui|workflows)/', pathNot: '^server/(bpmn|feel|dmn|journal|engine/protocol)/' },
    },
    {
      name: 'engine-is-self-contained',
      comment: 'The engine can be lifted out of the house with bpmn, feel and dmn.',
      severity: 'error',
      from: { path: '^server/engine/', pathNot: TEST },
      to: { path: '^(server|db|ui|workflows)/', pathNot: '^server/(engine|bpmn|feel|dmn)/' },
    },
    {
      name: 'one-door-into-the-engine',
      comment: 'Everybody else uses the port.',
      severity: 'error',
      from: { pathNot: '^(server/engine/|server/open-house\\.ts|db/|tests/)' },
      to: { path: '^server/engine/embedded/' },
    },
    {
      name: 'rules-only-know-the-bottom',
      comment: 'Policies, limits, statutes and forms are tables of the law, not of the program.',
      severity: 'error',
      from: { path: '^server/(policies|deadlines|statutes|forms)/', pathNot: TEST },
      to: {
        path: '^(server|db|ui|workflows)/',
        pathNot: '^server/(policies|deadlines|statutes|forms|bpmn|feel|dmn|journal|engine/protocol)/',
      },
    },
    {
      name: 'lint-is-given-what-it-asks',
      comment: 'The linter thinks over the bottom and the tables of the law; whatever else it must know is handed in.',
      severity: 'error',
      from: { path: '^server/lint/', pathNot: TEST },
      to: {
        path: '^(server|db|ui|workflows)/',
        pathNot: '^server/(lint|policies|deadlines|statutes|forms|bpmn|feel|dmn|journal|engine/protocol)/',
      },
    },
    {
      name: 'prose-is-given-what-it-tells',
      comment:
        'Sentences are made of the diagram and the tables of the law; names of roles and the like are handed in.',
      severity: 'error',
      from: { path: '^server/prose/', pathNot: TEST },
      to: {
        path: '^(server|db|ui|workflows)/',
        pathNot: '^server/(prose|policies|deadlines|statutes|forms|bpmn|feel|dmn|journal|engine/protocol)/',
      },
    },
    {
      name: 'memory-knows-the-port-only',
      comment: 'db keeps what engine and journal say; it asks nobody else.',
      severity: 'error',
      from: { path: '^db/', pathNot: ['^db/seed/', TEST] },
      to: { path: '^(server|ui|workflows)/', pathNot: '^server/(engine|journal|bpmn)/' },
    },
    {
      name: 'readings-read-the-memory',
      comment: 'Registers and projections know records and tables, no doors.',
      severity: 'error',
      from: { path: '^server/(registers|projections)/', pathNot: TEST },
      to: {
        path: '^(server|ui|workflows)/',
        pathNot: '^server/(registers|projections|journal|engine|deadlines|statutes|bpmn)/',
      },
    },
    {
      name: 'doors-open-no-tables',
      comment: 'Routes ask projections and identity, never a table definition.',
      severity: 'error',
      from: { path: '^server/api/', pathNot: TEST },
      to: { path: '^db/schema/' },
    },
    {
      name: 'nobody-imports-the-knot',
      comment: 'app.ts and open-house.ts know all parts; none knows them.',
      severity: 'error',
      from: { pathNot: '^(server/app\\.ts|server/main\\.ts|server/cli/|tests/|db/seed/|.*\\.test\\.ts)' },
      to: { path: '^server/(app|open-house)\\.ts$' },
    },
    {
      name: 'pages-reach-the-server-through-api',
      comment: 'ui/api.ts, with its parts beside it, is the only one that knows the server; pure rooms may be shared.',
      severity: 'error',
      from: { path: '^ui/', pathNot: ['^ui/api[-a-z]*\\.ts$', TEST] },
      to: {
        path: '^(server|db)/',
        pathNot: '^server/(forms|feel|bpmn|dmn|journal|engine/protocol|deadlines|lint|prose)/',
      },
    },
    {
      name: 'api-client-knows-types-only',
      comment: 'No server code in the browser.',
      severity: 'error',
      from: { path: '^ui/api[-a-z]*\\.ts$' },
      to: { path: '^server/api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-are-given-data',
      comment: 'Components fetch nothing.',
      severity: 'error',
      from: { path: '^ui/components/' },
      to: { path: '^ui/(api\\.ts$|live|pages/|dialogs/)' },
    },
    {
      name: 'procedures-are-data',
      comment: 'A folder in workflows/ holds no code but its tests.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^(server|db|ui)/' },
    },
    {
      name: 'server-knows-no-browser',
      comment: 'The server runs without ui/.',
      severity: 'error',
      from: { path: '^(server|db)/' },
      to: { path: '^ui/' },
    },
    {
      name: 'no-unresolved',
      comment: 'An import must lead somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?(inline|raw|url|worker|sharedworker)'] },
    },
    {
      name: 'no-dev-dependency-at-run-time',
      comment: 'What runs is installed by `npm ci --omit=dev`.',
      severity: 'error',
      from: { path: '^(server|db|ui)/', pathNot: [TEST, '\\.config\\.ts$', '^server/cli/(build|start)\\.mjs$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/|^tests/engine/scenarios/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
}
