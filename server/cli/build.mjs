// Builds dist/ui (the pages) and dist/server (the program beside its migrations).
import { cpSync, rmSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as viteBuild } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const server = join(root, 'dist/server')

// Native packages cannot be bundled, nor those that look for files of their own; everything else is, because some packages import in ways plain Node refuses.
const EXTERNAL = ['better-sqlite3', '@node-rs/argon2', '@grpc/grpc-js', '@grpc/proto-loader']

export async function build() {
  await viteBuild({ configFile: join(root, 'ui/vite.config.ts'), logLevel: 'warn' })
  rmSync(server, { recursive: true, force: true })
  await viteBuild({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: join(root, 'server/main.ts'),
      outDir: server,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.js' } },
    },
  })
  cpSync(join(root, 'db/migrations'), join(server, 'migrations'), { recursive: true })
  cpSync(join(root, 'server/engine/gateway/grpc/proto'), join(server, 'proto'), { recursive: true })
  // The check for newer sources looks at these two; both are of this moment.
  const now = new Date()
  for (const file of ['dist/server/main.js', 'dist/ui/index.html']) utimesSync(join(root, file), now, now)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
