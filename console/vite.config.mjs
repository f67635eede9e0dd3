import { defineConfig } from 'vite';

// Replaced in each response by the nonce of its Content-Security-Policy; see api/console/index-page.ts.
const NONCE = '__CSP_NONCE__';

// `import { Card } from 'antd'` reaches all of antd, so that whatever any page uses would come with the first one; from
// the component's own module it comes with the pages that use it.
const componentsByThemselves = {
  name: 'antd-components-by-themselves',
  enforce: 'pre',
  transform: {
    filter: { id: /\/console\/.*\.tsx?$/, code: /from 'antd'/ },
    handler: (code) => ({
      code: code.replace(/import \{([^}]*)\} from 'antd';/g, (_, names) => names.split(',').map(importOf).join(' ')),
      map: null,
    }),
  },
};

function importOf(name) {
  const [component, as = component] = name.trim().split(' as ');
  if (component === '' || component.startsWith('type ')) return '';
  const folder = component.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
  return `import ${as} from 'antd/es/${folder}';`;
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [componentsByThemselves],
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
