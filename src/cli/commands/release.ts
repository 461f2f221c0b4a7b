import type { Command } from "commander";
import { readRegions } from "../../config/regions.ts";
import { readTaxonomy } from "../../config/taxonomy.ts";
import { EXIT, ForewarnError } from "../../errors.ts";
import type { BuiltRelease } from "../../release/build.ts";
import { listReleases } from "../../release/list.ts";
import { lastDay } from "../../warehouse/extent.ts";
import { openWarehouse } from "../../warehouse/open.ts";
import { dateOption } from "../choice.ts";
import { define, type Shell } from "../define.ts";
import type { Session } from "../session.ts";
import { VERSION } from "../version.ts";

export function registerRelease(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    { usage: "release", text: "cli.release", options: [{ flags: "--as-of <date>", text: "cli.as_of" }] },
    async (session, _args, options) => {
      const built = await runRelease(session, dateOption("--as-of", options.asOf));
      if (session.json) session.print(built);
      else if (built.created) session.say(session.t("cli.release.built", { release: built.release, path: built.path }));
      else session.say(session.t("cli.release.same", { release: built.release }));
      return EXIT.done;
    },
  );
}

export function registerReleases(program: Command, shell: Shell): void {
  define(program, shell, { usage: "releases", text: "cli.releases" }, async (session) => {
    const releases = await listReleases(session.at("releases"));
    if (session.json) session.print(releases);
    else for (const release of releases) session.say(`${release.current ? "*" : " "} ${release.id} ${release.asOf}`);
    return EXIT.done;
  });
}

/** Builds a release of the session's warehouse as of a date, by default the last day in the data. */
export async function runRelease(session: Session, asOf: string | null): Promise<BuiltRelease> {
  const [{ buildRelease }, { findHotspots }] = await Promise.all([
    import("../../release/build.ts"),
    import("../../hotspots/index.ts"),
  ]);
  const taxonomy = await readTaxonomy();
  const { regions } = await readRegions(session.data);
  const warehouse = await openWarehouse(session.at("warehouse.duckdb"), { readOnly: true });
  try {
    const day = asOf ?? (await lastDay(warehouse));
    if (day === null) throw new ForewarnError("cli.release.empty");
    return await buildRelease(warehouse, {
      asOf: day,
      settings: session.settings,
      taxonomy,
      regions,
      directory: session.at("releases"),
      findHotspots,
      toolVersion: VERSION,
      progress: (done, total, label) => session.progress.step(label, done, total),
    });
  } finally {
    session.progress.end();
    warehouse.close();
  }
}
