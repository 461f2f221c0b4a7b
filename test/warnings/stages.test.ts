import { describe, expect, test } from "vitest";
import { STAGES, STEPS, stageAfter, stagesBefore, stepsAt } from "../../src/warnings/stages.ts";

/** The life of a warning as it is drawn in docs/warnings.md: what is not here is forbidden. */
const LIFE: Readonly<Record<string, string>> = {
  "none draft": "draft",
  "draft submit": "in_review",
  "in_review submit": "in_review",
  "approved submit": "in_review",
  "in_review review": "in_review",
  "in_review return": "draft",
  "approved return": "draft",
  "in_review approve": "approved",
  "approved publish": "published",
  "draft dismiss": "dismissed",
  "in_review dismiss": "dismissed",
  "approved dismiss": "dismissed",
  "published correct": "amending",
  "corrected correct": "amending",
  "published reaffirm": "published",
  "corrected reaffirm": "corrected",
  "amending submit": "amendment_in_review",
  "amendment_in_review submit": "amendment_in_review",
  "amendment_approved submit": "amendment_in_review",
  "amendment_in_review review": "amendment_in_review",
  "amendment_in_review return": "amending",
  "amendment_approved return": "amending",
  "amendment_in_review approve": "amendment_approved",
  "amendment_approved publish": "corrected",
  "amending drop": "published",
  "amendment_in_review drop": "published",
  "amendment_approved drop": "published",
  ...Object.fromEntries(
    ["published", "corrected", "amending", "amendment_in_review", "amendment_approved"].flatMap((stage) => [
      [`${stage} supersede`, "superseded"],
      [`${stage} expire`, "expired"],
      [`${stage} withdraw`, "withdrawn"],
    ]),
  ),
  "expired supersede": "superseded",
  "expired withdraw": "withdrawn",
  "superseded withdraw": "withdrawn",
};

describe("the life of a warning", () => {
  test("every step at every stage leads where it should, or is forbidden", () => {
    for (const stage of [null, ...STAGES])
      for (const step of STEPS)
        expect(`${stage ?? "none"} ${step}: ${stageAfter(step, stage, "published")}`).toBe(
          `${stage ?? "none"} ${step}: ${LIFE[`${stage ?? "none"} ${step}`] ?? null}`,
        );
  });

  test("a correction that is dropped leads back to where it was begun", () => {
    expect(stageAfter("drop", "amending", "corrected")).toBe("corrected");
  });

  test("nothing leads out of what is withdrawn or dismissed", () => {
    expect(stepsAt("withdrawn")).toEqual([]);
    expect(stepsAt("dismissed")).toEqual([]);
    expect(stagesBefore("publish")).toEqual(["approved", "amendment_approved"]);
  });
});
