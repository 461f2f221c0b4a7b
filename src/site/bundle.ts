import { readdir } from "node:fs/promises";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";

const OPTIONS = {
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  legalComments: "eof",
  logLevel: "silent",
} as const satisfies BuildOptions;

/** One program for the browser as text, with all that it imports. The output depends on the sources alone. */
export async function bundleOne(entry: string): Promise<string> {
  const { outputFiles } = await build({ ...OPTIONS, entryPoints: [entry], write: false });
  return outputFiles[0]?.text ?? "";
}

/**
 * Bundles the code that pages of one site run in the browser: every file of `source` becomes one module of the same
 * name in `output`, with all that it imports. Framework would serve each package as a file of its own, about 50 requests
 * for one chart. The output depends on the sources alone.
 */
export async function bundleClient(source: string, output: string): Promise<void> {
  const names = await readdir(source).catch(() => []);
  const entryPoints = names.filter((name) => name.endsWith(".ts")).map((name) => path.join(source, name));
  if (entryPoints.length === 0) return;
  await build({ ...OPTIONS, entryPoints, outdir: output });
}
