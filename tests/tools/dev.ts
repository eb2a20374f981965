import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** `npm run dev`: the server restarts when its files change, the pages reload; both end together. */
const tool = (name: string) => join('node_modules', '.bin', name)
const children = [
  spawn(tool('tsx'), ['watch', '--clear-screen=false', 'server/main.ts', ...process.argv.slice(2)], {
    stdio: 'inherit',
  }),
  spawn(tool('vite'), ['--config', 'ui/vite.config.ts'], { stdio: 'inherit' }),
]

function endAll(): void {
  for (const child of children) child.kill('SIGTERM')
}

for (const child of children) child.on('exit', endAll)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endAll)
