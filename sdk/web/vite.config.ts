import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Into a folder that can be packed as it is: `npm pack build/sdk/web`. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: '../../build/sdk/web',
    emptyOutDir: true,
    // As old as the capture app itself.
    target: ['chrome88', 'edge88', 'firefox78', 'safari14'],
    lib: {
      entry: fileURLToPath(new URL('./src/kenali.ts', import.meta.url)),
      name: 'Kenali',
      formats: ['es', 'iife'],
      fileName: (format) => (format === 'es' ? 'kenali.mjs' : 'kenali.js'),
    },
    minify: 'oxc',
  },
  plugins: [
    {
      name: 'package-files',
      async generateBundle() {
        const { readFile } = await import('node:fs/promises');
        const files = {
          'package.json': 'package.json',
          'README.md': 'README.md',
          LICENSE: '../../LICENSE',
        };
        for (const [fileName, path] of Object.entries(files)) {
          const source = await readFile(new URL(path, import.meta.url));
          this.emitFile({ type: 'asset', fileName, source });
        }
      },
    },
  ],
});
