import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { datasetLd, ldScript, warningLd } from "../../../src/site/machine/json-ld.ts";
import type { Warning } from "../../../src/warnings/read.ts";
import { HOSTILE } from "../../fixture/warnings.ts";
import { fixtureContext } from "./made.ts";

const BUREAU = {
  "@type": "GovernmentOrganization",
  name: "Invented County Market Supervision Bureau",
  url: "https://forewarn.example/",
};

describe("structured data", async () => {
  const context = await fixtureContext();
  const of = (id: string): Warning => {
    const found = context.warnings.find((it) => it.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  test("a warning is an article with its corrections and what it rests on", () => {
    const url = "https://forewarn.example/en/warnings/2026-004.html";
    expect(warningLd(of("2026-004"), "en", context)).toEqual({
      "@context": "https://schema.org",
      "@type": "Article",
      "@id": url,
      mainEntityOfPage: { "@type": "WebPage", "@id": url },
      headline: `Early: ${HOSTILE}`,
      description: "49 people complained in May 2026 (52 complaints); about 27 were expected (usual range 17 to 37).",
      inLanguage: "en-GB",
      identifier: "消费预警〔2026〕第4号",
      datePublished: "2026-06-01T09:00:00+08:00",
      dateModified: "2026-06-12T09:00:00+08:00",
      expires: "2026-09-15",
      creativeWorkStatus: "corrected",
      author: BUREAU,
      publisher: BUREAU,
      publishingPrinciples: "https://forewarn.example/en/about.html",
      about: { "@type": "Thing", name: "Gyms – Contracts" },
      correction: [{ "@type": "CorrectionComment", datePublished: "2026-06-12", text: `Mended ${HOSTILE}` }],
      isBasedOn: {
        "@type": "Dataset",
        name: "Consumer complaint counts of Invented County Market Supervision Bureau",
        description: "People who complained, by period: Gyms – Contracts",
        identifier: "2026-06-17-0123abcd",
        temporalCoverage: "2023-07-01/2026-06-17",
        creator: BUREAU,
        license: "https://licence.example/by/4.0/",
        distribution: {
          "@type": "DataDownload",
          encodingFormat: "application/json",
          contentUrl: "https://forewarn.example/api/v1/warnings/2026-004.json",
        },
      },
      license: "https://licence.example/by/4.0/",
    });
  });

  test("one without corrections or without English says neither", () => {
    const ld = warningLd(of("2026-002"), "en", context);
    expect(ld).not.toHaveProperty("correction");
    expect(ld).toMatchObject({ headline: "节日购物提示", inLanguage: "zh-CN" });
    expect(warningLd(of("2026-002"), "zh", context)).toMatchObject({ inLanguage: "zh-CN" });
  });

  test("a correction that nobody has translated is marked as Chinese", () => {
    const one = of("2026-004");
    const corrections = one.record.corrections.map((it) => ({ ...it, en: null }));
    const ld = warningLd({ ...one, record: { ...one.record, corrections } }, "en", context);
    expect(ld).toMatchObject({ correction: [{ text: `更正 ${HOSTILE}`, inLanguage: "zh-CN" }] });
  });

  test("without a licence none is claimed", async () => {
    const without = await fixtureContext({ license: null });
    expect(ldScript(warningLd(of("2026-001"), "zh", without))).not.toContain("license");
    expect(ldScript(datasetLd([], "zh", without))).not.toContain("license");
  });

  test("the downloads are a data set, each file with its address, size and digest", () => {
    const file = {
      name: "counts.csv",
      path: "data/counts.csv",
      encodingFormat: "text/csv",
      bytes: 1234,
      sha256: "ab".repeat(32),
    };
    expect(datasetLd([file], "en", context)).toEqual({
      "@context": "https://schema.org",
      "@type": "Dataset",
      name: "Consumer complaint counts of Invented County Market Supervision Bureau",
      description: expect.stringContaining("counted by period"),
      inLanguage: "en-GB",
      identifier: "2026-06-17-0123abcd",
      version: "2026-06-17-0123abcd",
      dateModified: "2026-06-17",
      temporalCoverage: "2023-07-01/2026-06-17",
      creator: BUREAU,
      publisher: BUREAU,
      license: "https://licence.example/by/4.0/",
      isAccessibleForFree: true,
      measurementTechnique: expect.stringContaining("each person once"),
      distribution: [
        {
          "@type": "DataDownload",
          name: "counts.csv",
          encodingFormat: "text/csv",
          contentUrl: "https://forewarn.example/data/counts.csv",
          contentSize: "1234 B",
          sha256: "ab".repeat(32),
        },
      ],
    });
  });

  test("no text ends the script that it stands in", () => {
    const value = { a: "</script><script>alert(1)</script><!--", b: "\u2028\u2029", c: HOSTILE, d: ["<", "&", '"'] };
    const text = ldScript(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text).not.toMatch(/[<\u2028\u2029]/);
    const page = parseDocument(`<script type="application/ld+json">${text}</script><p>after</p>`);
    expect(page.children.map((it) => ("name" in it ? it.name : it.type))).toEqual(["script", "p"]);
  });
});
