import { defineConfig } from 'vite';

// Replaced in each response by the nonce of its Content-Security-Policy; see api/console/index-page.ts.
const NONCE = '__CSP_NONCE__';

export default defineConfig({
  root: import.meta.dirname,
  html: { cspNonce: NONCE },
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // antd's marks for server components mean nothing here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
