import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { ForewarnError } from "../errors.ts";
import type { SiteName } from "./page.ts";

export interface FrameworkOptions {
  readonly site: SiteName;
  readonly checkout: string;
  /** The staging root and the folder to build into. */
  readonly root: string;
  readonly output: string;
  /** The half of the release that the loaders may read. */
  readonly release: string;
  /** Folder of the release before; only the bureau's loaders get it. */
  readonly before: string | null;
  /** Told of each page that Framework loads or renders. */
  readonly progress?: (page: string) => void;
}

/** The command's script, found as any package is found from the checkout. */
function command(checkout: string): string {
  const require = createRequire(path.join(checkout, "package.json"));
  return path.join(path.dirname(require.resolve("@observablehq/framework/package.json")), "dist/bin/observable.js");
}

/**
 * Runs `observable build` once. It gets a minimal environment, so that loaders know of nothing but their half of the
 * release, and no telemetry is sent.
 * @throws ForewarnError with the end of Framework's log where the build fails
 */
export async function runFramework(options: FrameworkOptions): Promise<void> {
  const { site, checkout, root, output, release, before } = options;
  const bin = path.join(checkout, "node_modules", ".bin");
  const env: NodeJS.ProcessEnv = {
    PATH: [bin, path.dirname(process.execPath), process.env.PATH ?? ""].join(path.delimiter),
    SITE: site,
    FOREWARN_ROOT: path.relative(checkout, root),
    FOREWARN_OUTPUT: output,
    FOREWARN_RELEASE: release,
    ...(site === "bureau" && before !== null ? { FOREWARN_BEFORE: before } : {}),
    OBSERVABLE_TELEMETRY_DISABLE: "1",
    NO_COLOR: "1",
    TZ: "UTC",
    ...(process.env.TMPDIR ? { TMPDIR: process.env.TMPDIR } : {}),
    // Windows finds no program without these.
    ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot, PATHEXT: process.env.PATHEXT ?? "" } : {}),
  };
  const child = spawn(process.execPath, [command(checkout), "build"], {
    cwd: checkout,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      for (const [, page] of text.matchAll(/^(?:load|render) (\/(?!data\/)\S+)/gm)) options.progress?.(page as string);
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  // A page whose code does not parse is built with the error in it: that is no page to publish.
  if (code !== 0 || /SyntaxError|Invalid front matter/.test(log))
    throw new ForewarnError("site.buildFailed", { site, log: log.trimEnd().split("\n").slice(-25).join("\n") });
}
