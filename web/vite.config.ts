import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** The explorer as static files. `assets/` names carry a hash, so they may be kept for ever. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  logLevel: 'warn',
  plugins: [chineseEncodings()],
  // The readers of office files, which the record was made with, run in a worker.
  resolve: {
    alias: {
      'node:zlib': join(import.meta.dirname, 'source/blocks/node-stand-ins.ts'),
      'node:path': join(import.meta.dirname, 'source/blocks/node-stand-ins.ts'),
    },
  },
  worker: { format: 'es', plugins: () => [withoutPdf()] },
  // Nothing is inlined: the page's Content-Security-Policy allows no data in styles and no script but its own files.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  // The same files whoever builds them, with whatever NODE_ENV: what is built in a test is served by `npm start`, and deployed.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  define: { 'process.env.NODE_ENV': '"production"' },
});

/** PDF.js asks for the tables of Chinese encodings when a PDF names one without carrying its font. */
function chineseEncodings(): Plugin {
  const folder = join(import.meta.dirname, '../node_modules/pdfjs-dist/cmaps');
  return {
    name: 'chinese-encodings',
    generateBundle() {
      for (const name of readdirSync(folder).filter((name) =>
        /^(?:Adobe-GB1|GB|Uni|ETen|HKscs|B5|Adobe-CNS1)/.test(name),
      ))
        this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source: readFileSync(join(folder, name)) });
    },
  };
}

/** PDFs are drawn by PDF.js itself: the parser's reader of PDF, which is for Node, is left out of the worker. */
function withoutPdf(): Plugin {
  return {
    name: 'without-pdf',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/pdf/read-pdf.ts') ? '\0without-pdf' : null),
    load: (id) => (id === '\0without-pdf' ? 'export function readPdf() { return []; }' : null),
  };
}
