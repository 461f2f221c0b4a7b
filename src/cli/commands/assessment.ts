import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import type { MessageKey } from "../../i18n/catalogue/index.ts";
import { type AssessedMeasure, assess } from "../../measures/assess.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";
import { percent } from "../percent.ts";
import { AS_OF, PERIOD, reckoning } from "../reckoning.ts";

export function registerAssessment(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    {
      usage: "assessment",
      text: "cli.assessment",
      options: [PERIOD, AS_OF],
    },
    async (context, _args, options) => {
      const { colours } = context.settings.assessment;
      const { result, head } = await reckoning(context, options, (warehouse, common) =>
        assess(warehouse, { ...common, colours }),
      );
      if (context.json) context.print({ ...head, colours: colours ?? null, measures: result });
      else if (result.length === 0) context.say(context.t("assessment.none"));
      else for (const line of result.flatMap((each) => lines(context, each))) context.say(line);
      return EXIT.done;
    },
  );
}

/** A measure for a person: the whole, how many units are outside, and each unit, the lowest share first. */
function lines({ t }: CommandContext, { units, dispersion, ...whole }: AssessedMeasure): string[] {
  const { id, numerator, denominator, outside, expectedOutside: expected } = whole;
  const name = `${t(`measures.${id}` as MessageKey)} (${id})`;
  const value = percent(whole.value);
  return [
    t("assessment.measure", { name, value, numerator, denominator, units: units.length, outside, expected }),
    ...(dispersion === null ? [] : [`  ${t("assessment.dispersion", { value: dispersion })}`]),
    ...units.map((each) => {
      const [least, most] = each.within;
      const position = t(`assessment.position.${each.position}`);
      const { unit, numerator: k, denominator: n } = each;
      const text = t("assessment.unit", {
        unit,
        value: percent(each.value),
        numerator: k,
        denominator: n,
        least,
        most,
        position,
      });
      return `  ${text}${each.colour === null ? "" : ` · ${t(`assessment.colour.${each.colour}`)}`}`;
    }),
  ];
}
