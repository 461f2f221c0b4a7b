import path from "node:path";
import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import { releaseBefore } from "../../release/history.ts";
import { requireCurrentRelease } from "../../release/list.ts";
import type { BuiltSite } from "../../site/build.ts";
import { SITES, type SiteName } from "../../site/sites.ts";
import { oneOf, portOption } from "../choice.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";

export function registerSite(program: Command, shell: Shell): void {
  const site = program.command("site").description(shell.t("cli.site"));
  const options = [{ flags: "--out <dir>", text: "cli.site.out" }] as const;
  define(site, shell, { usage: "build [site]", text: "cli.site.build", options }, async (context, [given], flags) => {
    const out = (flags.out as string | undefined) ?? "dist";
    const built = [];
    for (const name of sitesAsked(given)) built.push(await runSite(context, name, path.join(out, name)));
    if (context.json) context.print(built);
    return EXIT.done;
  });
  define(
    site,
    shell,
    {
      usage: "preview [site]",
      text: "cli.site.preview",
      options: [...options, { flags: "--port <n>", text: "cli.site.port" }],
    },
    async (context, [given], flags) => {
      const out = (flags.out as string | undefined) ?? "dist";
      const port = portOption(flags.port, 3000);
      for (const name of sitesAsked(given)) await runSite(context, name, path.join(out, name));
      await serveSites(context, sitesAsked(given), out, port);
      return EXIT.done;
    },
  );
}

function sitesAsked(given: unknown): readonly SiteName[] {
  return given === undefined ? SITES : [oneOf("site", given, SITES, "public")];
}

/** Builds one site from the current release into `output`. */
export async function runSite(
  context: CommandContext,
  site: SiteName,
  output: string,
  day: string = context.today,
): Promise<BuiltSite> {
  const { buildSite, CHECKOUT } = await import("../../site/build.ts");
  const { readPublished } = await import("../warning-drift.ts");
  // The bureau's site shows none: what is wrong with a warning does not keep it from its figures.
  const warnings = site === "public" ? await readPublished(context) : [];
  const releases = context.at("releases");
  const release = await requireCurrentRelease(releases);
  const before = await releaseBefore(releases, release.id);
  try {
    const start = performance.now();
    const built = await buildSite(site, {
      release: path.join(release.path, site),
      settings: context.settings,
      warnings,
      day,
      cache: path.join(CHECKOUT, ".site", "cache"),
      before: before === null ? null : path.join(releases, before),
      output,
      progress: (done, total, label) => context.progress.step(label, done, total),
    });
    context.progress.end();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    context.say(context.t("cli.site.built", { site, pages: built.pages, seconds, output }));
    return built;
  } finally {
    context.progress.end();
  }
}

/** Serves built sites until the person stops the program; the addresses are printed. */
export async function serveSites(
  context: CommandContext,
  sites: readonly SiteName[],
  out: string,
  port: number,
): Promise<void> {
  const { serveSite } = await import("../../site/serve.ts");
  const servers = [];
  for (const [index, site] of sites.entries()) {
    const server = await serveSite(path.join(out, site), port + index);
    servers.push(server);
    context.say(context.t("cli.site.serving", { site, url: server.url }));
  }
  context.say(context.t("cli.site.stop"));
  await context.io.untilStopped();
  for (const server of servers) await server.close();
}
