import { rm } from "node:fs/promises";
import type { Command } from "commander";
import { readExposure } from "../../config/exposure.ts";
import { readPlaces } from "../../config/places.ts";
import { readRegions } from "../../config/regions.ts";
import { readTaxonomy } from "../../config/taxonomy.ts";
import { limitMemory } from "../../duck/limit.ts";
import { EXIT, ForewarnError } from "../../errors.ts";
import { scratchFolder } from "../../files/scratch.ts";
import { lawOptionsOf, readLawContext } from "../../law/context.ts";
import type { BuiltRelease } from "../../release/build.ts";
import { listReleases } from "../../release/list.ts";
import { lastDay } from "../../warehouse/extent.ts";
import { openWarehouse } from "../../warehouse/open.ts";
import { breaksOf } from "../breaks.ts";
import { asOfOption } from "../choice.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";
import { VERSION } from "../version.ts";

export function registerRelease(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    { usage: "release", text: "cli.release", options: [{ flags: "--as-of <date>", text: "cli.as_of" }] },
    async (context, _args, options) => {
      const built = await runRelease(context, asOfOption("--as-of", options.asOf, context.today));
      if (context.json) context.print(built);
      else if (built.created) context.say(context.t("cli.release.built", { release: built.release, path: built.path }));
      else context.say(context.t("cli.release.same", { release: built.release }));
      return EXIT.done;
    },
  );
}

export function registerReleases(program: Command, shell: Shell): void {
  define(program, shell, { usage: "releases", text: "cli.releases" }, async (context) => {
    const releases = await listReleases(context.at("releases"));
    if (context.json) context.print(releases);
    else for (const release of releases) context.say(`${release.current ? "*" : " "} ${release.id} ${release.asOf}`);
    return EXIT.done;
  });
}

/** Builds a release of the context's warehouse as of a date, by default the last day in the data. */
export async function runRelease(context: CommandContext, asOf: string | null): Promise<BuiltRelease> {
  const [{ buildRelease }, { findHotspots }] = await Promise.all([
    import("../../release/build.ts"),
    import("../../hotspots/index.ts"),
  ]);
  const taxonomy = await readTaxonomy();
  const law = await readLawContext(lawOptionsOf(context.settings), context.data);
  const { regions } = await readRegions(context.data);
  const warehouse = await openWarehouse(context.at("warehouse.duckdb"), { readOnly: true });
  const temporary = await scratchFolder(context.data, "release");
  try {
    await limitMemory(warehouse, temporary);
    const day = asOf ?? (await lastDay(warehouse));
    if (day === null) throw new ForewarnError("cli.release.empty");
    return await buildRelease(warehouse, {
      asOf: day,
      settings: context.settings,
      taxonomy,
      regions,
      law,
      breaks: await breaksOf(warehouse, context),
      directory: context.at("releases"),
      places: await readPlaces(context.data),
      exposure: await readExposure(context.data),
      findHotspots,
      toolVersion: VERSION,
      now: context.io.now(),
      progress: (done, total, label) => context.progress.step(label, done, total),
    });
  } finally {
    context.progress.end();
    warehouse.close();
    await rm(temporary, { recursive: true, force: true });
  }
}
