// Bundles every X.razor.ts to wwwroot/assets/<folder>/X.razor.js and Styles/*.css to wwwroot/assets/Styles/.
import { rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const outdir = 'wwwroot/assets';
const entryPoints = ['Components', 'Features', 'Styles'].flatMap(filesBelow).filter(file => /\.razor\.ts$|^Styles\/.*\.css$/.test(file));

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
