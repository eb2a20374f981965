import { defineConfig } from 'vite'

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
  },
  worker: { format: 'es' },
  server: {
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
  optimizeDeps: {
    include: ['lit', 'lit/decorators.js', 'bpmn-js/lib/NavigatedViewer'],
  },
})
