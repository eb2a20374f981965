import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where modules are kept as they were compiled, for all parts of one test run; without it each part compiles them anew. */
const keptModules = process.env.COMPILED_MODULES

/** The part whose files each have a process to themselves, because they watch it. Those of the others load what they import once. */
const ALONE = new Set(['durability'])

/** One project per part of the test run; `tests/tools/test.ts` times each. */
const parts = {
  unit: ['server/**/*.test.ts', 'db/**/*.test.ts', 'ui/**/*.test.ts'],
  procedures: ['workflows/**/*.test.ts'],
  engine: ['tests/engine/**/*.test.ts', 'tests/contracts/**/*.test.ts'],
  gateway: ['tests/gateway/**/*.test.ts'],
  authorisation: ['tests/authorisation/**/*.test.ts'],
  architecture: ['tests/architecture/**/*.test.ts'],
  durability: ['tests/durability/**/*.test.ts', 'tests/upgrade/**/*.test.ts'],
  simulation: ['tests/simulation/**/*.test.ts'],
  browser: ['tests/e2e/**/*.test.ts'],
}

export default defineConfig({
  root,
  oxc: { decorator: { legacy: true } },
  test: {
    // Argon2 at full cost would spend minutes; the product's default is tested in server/identity.
    env: { NODE_ENV: 'test' },
    ...(keptModules && { experimental: { fsModuleCache: true, fsModuleCachePath: keptModules } }),
    projects: Object.entries(parts).map(([name, include]) => ({
      extends: true,
      test: {
        name,
        include,
        isolate: ALONE.has(name),
        testTimeout: name === 'durability' || name === 'browser' ? 240_000 : 30_000,
        hookTimeout: 120_000,
        ...(name === 'procedures' && { setupFiles: 'tests/support/after-each-file.ts' }),
        // A page on a busy machine takes more than the second that is waited for otherwise.
        ...(name === 'browser' && { globalSetup: 'tests/e2e/opened-once.ts', expect: { poll: { timeout: 10_000 } } }),
      },
    })),
  },
})
