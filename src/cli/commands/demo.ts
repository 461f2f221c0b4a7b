import { rm } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import type { MessageKey } from "../../i18n/catalogue/index.ts";
import { portOption, wholeNumber } from "../choice.ts";
import { type CommandContext, openContext } from "../context.ts";
import { define, type Shell } from "../define.ts";
import { runIngest } from "./ingest.ts";
import { runRelease } from "./release.ts";
import { runSite, serveSites } from "./site.ts";

interface Stage {
  readonly stage: string;
  readonly seconds: number;
}

export function registerDemo(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    {
      usage: "demo",
      text: "cli.demo",
      data: "data/demo",
      options: [
        { flags: "--no-serve", text: "cli.demo.serve" },
        { flags: "--seed <n>", text: "cli.demo.seed" },
        { flags: "--out <dir>", text: "cli.site.out" },
        { flags: "--port <n>", text: "cli.site.port" },
      ],
    },
    async (first, _args, options) => {
      const seed = wholeNumber("--seed", options.seed, 1);
      const port = portOption(options.port, 3000);
      const out = (options.out as string | undefined) ?? "dist";
      const [{ makeDemo }, { samplesUntil, writeSampleWarnings }] = await Promise.all([
        import("../../demo/make.ts"),
        import("../../demo/sample-warnings.ts"),
      ]);
      const stages: Stage[] = [];
      const timed = async <T>(stage: string, context: CommandContext, work: () => Promise<T>): Promise<T> => {
        const start = performance.now();
        const result = await work();
        context.progress.end();
        const seconds = (performance.now() - start) / 1000;
        stages.push({ stage, seconds });
        const key = `cli.demo.stage.${stage}` as MessageKey;
        context.io.err(`${context.t("cli.demo.stage", { stage: context.t(key), seconds: seconds.toFixed(1) })}\n`);
        return result;
      };
      const begun = performance.now();
      await timed("make", first, async () => {
        // The demo is made anew each time, so that what it shows never depends on an earlier run.
        const progress = (done: number, total: number, label: string) => first.progress.step(label, done, total);
        await makeDemo({ directory: first.data, seed, progress });
        for (const made of ["warehouse.duckdb", "warehouse.duckdb.wal", "releases", "warnings"]) {
          await rm(path.join(first.data, made), { recursive: true, force: true });
        }
      });
      // The county has brought its own settings.
      const context = await openContext(
        first.io,
        { data: first.data, json: first.json, lang: first.locale },
        first.locale,
      );
      const loaded = await timed("ingest", context, () => runIngest(context, []));
      const release = await timed("release", context, () => runRelease(context, null));
      await timed("warnings", context, () =>
        writeSampleWarnings({
          release: release.path,
          warningsDirectory: context.at("warnings"),
          settings: context.settings,
        }),
      );
      const built = [];
      // The demo's sites stand at the day after its last step, whenever they are looked at.
      const day = samplesUntil(release.release.slice(0, 10));
      for (const site of ["public", "bureau"] as const) {
        built.push(await timed(site, context, () => runSite(context, site, path.join(out, site), day)));
      }
      const seconds = (performance.now() - begun) / 1000;
      if (context.json)
        context.print({
          data: context.data,
          totals: loaded.totals,
          release: release.release,
          sites: built,
          stages,
          seconds,
        });
      else context.say(context.t("cli.demo.done", { seconds: seconds.toFixed(1) }));
      if (options.serve !== false) await serveSites(context, ["public", "bureau"], out, port);
      return EXIT.done;
    },
  );
}
