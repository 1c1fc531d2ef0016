// Bundles every <folder>/X.razor.ts to wwwroot/assets/<folder>/X.js and Styles/*.css to wwwroot/assets/Styles/.
// The output loses ".razor": the Razor SDK claims X.razor.js for itself.
import { rm } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const outdir = 'wwwroot/assets';
const entryPoints = ['Components', 'Features', 'Styles']
  .filter(existsSync) // git keeps no empty folder: a clone may lack one of them
  .flatMap(filesBelow)
  .filter(file => /\.razor\.ts$|^Styles\/.*\.css$/.test(file))
  .map(file => ({ in: file, out: file.replace(/(\.razor)?\.\w+$/, '') }));

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints,
  outdir,
  outbase: '.',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: true,
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
});

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
