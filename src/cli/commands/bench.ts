import os from "node:os";
import type { Command } from "commander";
import { EXIT, ForewarnError } from "../../errors.ts";
import type { Figure } from "../../figure.ts";
import { wholeNumber } from "../choice.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";

type Bench = (options: { quick: boolean; seed: number; context: CommandContext }) => Promise<readonly Figure[]>;

/** The rules on made-up weeks; unless it has to be quick, also how long they take, and what they find in the invented county. */
async function benchHotspots(options: Parameters<Bench>[0]): Promise<readonly Figure[]> {
  const [{ benchHotspots: rules }, { benchSpeed }, { benchCounty }] = await Promise.all([
    import("../../hotspots/bench/index.ts"),
    import("../../hotspots/bench/speed.ts"),
    import("../bench-county.ts"),
  ]);
  const { quick, seed, context } = options;
  const figures = await rules({
    quick,
    seed,
    progress: (done, total, label) => context.progress.step(label, done, total),
  });
  context.progress.end();
  return quick ? figures : [...figures, ...benchSpeed(seed), ...(await benchCounty(context, seed))];
}

/** The benches by name. Each is seeded and makes its own data. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  ingest: async () => (await import("../../ingest/bench.ts")).benchIngest,
  hotspots: async () => benchHotspots,
  site: async () => (await import("../bench-site.ts")).benchSite,
  measures: async () => (await import("../../release/bench.ts")).benchMeasures,
};

export function registerBench(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    {
      usage: "bench <name>",
      text: "cli.bench",
      options: [
        { flags: "--quick", text: "cli.bench.quick" },
        { flags: "--seed <n>", text: "cli.bench.seed" },
      ],
    },
    async (context, [name], options) => {
      const load = BENCHES[String(name)];
      if (!load) {
        const params = { option: "name", choices: Object.keys(BENCHES).join(", "), value: String(name) };
        throw new ForewarnError("cli.bad_choice", params, { exitCode: EXIT.usage });
      }
      const bench = await load();
      const figures = await bench({
        quick: options.quick === true,
        seed: wholeNumber("--seed", options.seed, 1),
        context,
      });
      const cores = os.availableParallelism();
      const machine = { cores, memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`, node: process.version };
      if (context.json) context.print({ bench: name, machine, figures });
      else {
        for (const { id, value, unit, aim, must, ok } of figures) {
          context.say(
            context.t("cli.bench.line", { id, value, unit, aim: aim ?? "—", must: must ?? "—", ok: String(ok) }),
          );
        }
      }
      return figures.some((figure) => figure.ok === false) ? EXIT.fault : EXIT.done;
    },
  );
}
