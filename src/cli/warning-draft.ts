import path from "node:path";
import { lawOptionsOf } from "../law/context.ts";
import { requireCurrentRelease } from "../release/list.ts";
import { openRelease } from "../release/read.ts";
import { bindString } from "../warnings/bind.ts";
import { draftOf } from "../warnings/draft.ts";
import { momentIn } from "../warnings/moment.ts";
import { propose } from "../warnings/propose.ts";
import { readWarnings } from "../warnings/read.ts";
import { rulesOf } from "../warnings/rules.ts";
import { OWN_TEMPLATES, readTemplates } from "../warnings/templates.ts";
import { periodText, subjectText } from "../warnings/values.ts";
import { writeDraft } from "../warnings/write.ts";
import type { CommandContext } from "./context.ts";

export interface DraftRun {
  readonly release: string;
  readonly drafted: readonly { id: string | null; hotspot: string; cell: string; period: string; title: string }[];
  readonly skipped: readonly { hotspot: string; cell: string; period: string; why: string; by: string | null }[];
}

/** Drafts a warning for each rise of the current release that no open warning speaks of, and tells of each. */
export async function runDraft(
  context: CommandContext,
  options: { readonly since: string | null; readonly dryRun: boolean; readonly who: string | undefined },
): Promise<DraftRun> {
  const directory = context.at("warnings");
  const current = await requireCurrentRelease(context.at("releases"));
  const warnings = await readWarnings(directory, rulesOf(context.settings));
  const release = await openRelease(path.join(current.path, "bureau"), "bureau", [
    "dimension",
    "series",
    "hotspot",
    "evidence",
  ]);
  try {
    const { proposals, skipped } = await propose({
      release,
      warnings,
      today: context.today,
      since: options.since,
      limits: context.settings.disclosure,
      nameBusinesses: context.settings.warnings.nameBusinesses,
    });
    const templates = await readTemplates(context.data);
    if (!templates.own && lawOptionsOf(context.settings).system === "none")
      context.say(context.t("cli.warnings.otherLaw", { file: context.at(OWN_TEMPLATES) }));
    const drafted = [];
    for (const proposal of proposals) {
      const { hotspot, evidence } = proposal;
      const draft = draftOf(proposal, {
        templates,
        settings: context.settings,
        who: options.who ?? context.t("warnings.draft.who"),
        why: context.t("warnings.draft.why", { hotspot: hotspot.record.id, release: current.id }),
        at: momentIn(context.io.now(), context.settings.timeZone),
      });
      const id = options.dryRun ? null : await writeDraft(directory, draft);
      const title = bindString(draft.record.title[context.locale] ?? draft.record.title.zh, evidence, context.locale);
      drafted.push({ id, hotspot: hotspot.record.id, cell: hotspot.record.cell, period: hotspot.record.period, title });
      const period = periodText(context.locale, evidence);
      context.say(context.t("cli.warnings.drafted", { id: id ?? "—", title, period }));
    }
    const left = skipped.map((one) => {
      const { record } = one.hotspot;
      return {
        hotspot: record.id,
        cell: record.cell,
        period: record.period,
        why: one.why,
        by: one.why === "covered" ? one.by : null,
      };
    });
    const covered = new Map<string, number>();
    for (const one of skipped) {
      const { record } = one.hotspot;
      if (one.why === "covered") covered.set(one.by, (covered.get(one.by) ?? 0) + 1);
      else {
        const cell = subjectText(record, context.locale);
        const period = periodText(context.locale, record);
        context.say(context.t("cli.warnings.skipped", { cell, period, why: one.why }));
      }
    }
    for (const [id, count] of covered) context.say(context.t("cli.warnings.covered", { id, count }));
    if (drafted.length === 0 && left.length === 0) context.say(context.t("cli.warnings.nothing"));
    return { release: current.id, drafted, skipped: left };
  } finally {
    release.close();
  }
}
