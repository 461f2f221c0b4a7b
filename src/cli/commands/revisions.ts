import path from "node:path";
import type { Command } from "commander";
import { EXIT, ForewarnError } from "../../errors.ts";
import type { MessageKey } from "../../i18n/catalogue/index.ts";
import { fixed } from "../../measures/decimal.ts";
import { releaseBefore } from "../../release/history.ts";
import { listReleases, requireCurrentRelease } from "../../release/list.ts";
import { openRelease } from "../../release/read.ts";
import { compareReleases, type Revision, type Revisions } from "../../release/revisions.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";
import { groupNames } from "../names.ts";
import { percent } from "../percent.ts";

export function registerRevisions(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    {
      usage: "revisions",
      text: "cli.revisions",
      options: [{ flags: "--since <release>", text: "cli.revisions.since" }],
    },
    async (context, _args, options) => {
      const directory = context.at("releases");
      const current = await requireCurrentRelease(directory);
      const since = await releaseSince(directory, current.id, options.since as string | undefined);
      const found = await compare(current.path, path.join(directory, since));
      if (context.json) {
        context.print(found);
        return EXIT.done;
      }
      const { revisions, compared } = found;
      context.say(
        context.t("revisions.summary", { release: since, asOf: found.since.asOf, compared, changed: revisions.length }),
      );
      context.say(context.t("revisions.files", { added: found.filesAdded, gone: found.filesGone }));
      for (const { method, before, now } of found.methods)
        context.say(context.t("revisions.method", { method, before: before ?? "\u2014", now: now ?? "\u2014" }));
      const names = await groupNames(context);
      for (const revision of revisions) context.say(line(context, revision, names));
      return EXIT.done;
    },
  );
}

/** The release to compare with: the one asked for, else the one that was current before. */
async function releaseSince(directory: string, current: string, asked: string | undefined): Promise<string> {
  if (asked === undefined) {
    const before = await releaseBefore(directory, current);
    if (before !== null) return before;
    throw new ForewarnError("revisions.none", { release: current });
  }
  const known = (await listReleases(directory)).map(({ id }) => id);
  if (known.includes(asked)) return asked;
  throw new ForewarnError("revisions.unknown", { value: asked, known: known.join(", ") }, { exitCode: EXIT.usage });
}

async function compare(current: string, since: string): Promise<Revisions> {
  const release = await openRelease(path.join(current, "bureau"), "bureau");
  try {
    return await compareReleases(release, since);
  } finally {
    release.close();
  }
}

/** A value of a mart for a person: per cent, money with two decimals, others without the zeros at their end. */
function printed(value: string | null, unit: string): string {
  if (value === null) return "—";
  if (unit === "ratio") return percent(value);
  if (unit === "money") return fixed(value, 2);
  return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}

function line(context: CommandContext, revision: Revision, names: ReadonlyMap<string, string>): string {
  const { period, measure, group, before, now, unit, matures } = revision;
  const print = (value: string | null) => printed(value, unit);
  const key = `measures.${measure}` as MessageKey;
  const place = group === null ? "" : ` \u00b7 ${names.get(group) ?? (group.replaceAll("\u001f", " ") || "?")}`;
  const more = matures ? ` (${context.t("revisions.matures")})` : "";
  return `${period}${place} \u00b7 ${context.t(key)} (${measure}): ${print(before)} \u2192 ${print(now)}${more}`;
}
