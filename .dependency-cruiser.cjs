// Holds the import table of README.md ("Where things are"). `npm run lint:imports` prints every breach.
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { pathNot: allowed },
})
const DOMAIN_AREAS = [
  'shared',
  'persona',
  'knowledge',
  'retrieval',
  'roleplay',
  'judging',
  'quiz',
  'course',
  'insight',
  'governance',
]

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only(
      'domain-is-pure',
      '^app/domain/',
      ['^app/domain/', '^node_modules/zod/'],
      'the domain imports itself and zod, nothing else',
    ),
    ...DOMAIN_AREAS.map((area, index) => ({
      name: `domain-${area}-looks-up-only`,
      severity: 'error',
      from: { path: `^app/domain/${area}/` },
      to: {
        path: DOMAIN_AREAS.slice(index + 1)
          .map((later) => `^app/domain/${later}/`)
          .concat('^app/domain/ports\\.ts$')
          .join('|'),
      },
    })).filter((rule) => rule.name !== 'domain-governance-looks-up-only'),
    only('use-cases', '^app/use-cases/', ['^app/use-cases/', '^app/domain/', '^node_modules/zod/']),
    {
      name: 'adapters-stay-apart',
      severity: 'error',
      from: { path: '^app/adapters/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/', pathNot: ['^app/adapters/$1/', '^app/domain/', '^app/generated/'] },
    },
    {
      name: 'composition',
      severity: 'error',
      from: { path: '^app/(services\\.server\\.ts$|composition/)' },
      to: {
        path: '^app/',
        pathNot: ['^app/(composition|use-cases|adapters|domain|locales)/', '^app/env\\.server\\.ts$'],
      },
    },
    {
      name: 'only-services-compose',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/(services\\.server\\.ts$|composition/)' },
      to: { path: '^app/composition/' },
    },
    {
      name: 'http',
      severity: 'error',
      from: { path: '^app/http/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/', pathNot: ['^app/(http|domain|locales)/', '^app/services\\.server\\.ts$'] },
    },
    {
      name: 'components',
      severity: 'error',
      from: { path: '^app/components/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/', pathNot: '^app/(components|domain|locales)/' },
    },
    {
      name: 'routes',
      severity: 'error',
      from: { path: '^app/routes/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/', pathNot: ['^app/(http|components|domain|locales)/', '^app/services\\.server\\.ts$'] },
    },
    {
      name: 'nobody-imports-routes',
      severity: 'error',
      from: { pathNot: '^(tests/|app/routes\\.ts$)' },
      to: { path: '^app/routes/' },
    },
    {
      name: 'app-never-imports-tests',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|app/generated)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
