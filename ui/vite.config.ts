import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defineConfig } from 'vite'
import { pageBudgets } from './page-budgets.ts'
import { withoutStyleAttributes } from './without-style-attributes.ts'

// The form editor draws with a viewer of its own, which brings a sheet of its own.
const ofFormEditor = createRequire(createRequire(import.meta.url).resolve('@bpmn-io/form-js-editor'))

/**
 * Builds the browser side into `dist/ui`, which the server hands out; in development the API is asked through a proxy.
 * Nothing is inlined into the page, so that it runs under `default-src 'self'`.
 */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/ui',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 300,
    rollupOptions: {
      input: {
        main: join(import.meta.dirname, 'index.html'),
        // Editors that style themselves live in documents of their own (server/api/shield.ts).
        formEditor: join(import.meta.dirname, 'designer/forms/form-frame.html'),
        tableEditor: join(import.meta.dirname, 'designer/tables/table-frame.html'),
      },
    },
  },
  resolve: {
    alias: { '@form-editor-canvas.css': ofFormEditor.resolve('@bpmn-io/form-js-viewer/dist/assets/form-js.css') },
  },
  plugins: [withoutStyleAttributes(), pageBudgets(code => gzipSync(code).length)],
  worker: { format: 'es' },
  server: {
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
  optimizeDeps: {
    include: ['lit', 'lit/decorators.js', 'bpmn-js/lib/NavigatedViewer'],
  },
})
