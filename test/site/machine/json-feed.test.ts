import { parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { feedsOf } from "../../../src/site/machine/feed.ts";
import { jsonFeedFiles } from "../../../src/site/machine/json-feed.ts";
import { readWarnings, type Warning } from "../../../src/warnings/read.ts";
import { HOSTILE } from "../../fixture/warnings.ts";
import { contextOf, FIXTURE, fileOf, fixtureContext } from "./made.ts";

interface Item {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly content_html: string;
  readonly language?: string;
  readonly _forewarn: Record<string, string | null>;
}

describe("the JSON feeds", async () => {
  const context = await fixtureContext();
  const files = jsonFeedFiles(context);
  const items = (file: string): Item[] => JSON.parse(fileOf(files, file)).items;
  const item = (file: string, id: string): Item => {
    const found = items(file).find((it) => it.id.endsWith(`:${id}`));
    if (!found) throw new Error(`no item ${id}`);
    return found;
  };

  test("there is one a language, and one for each category in each", () => {
    expect([...files.keys()]).toEqual(["feeds/zh.json", "feeds/zh-S01.json", "feeds/en.json", "feeds/en-S01.json"]);
  });

  test("every value comes back from a parser as it went in", () => {
    for (const feed of feedsOf(context)) {
      const lead = `feeds/${feed.locale}${feed.category ? "-S01" : ""}`;
      const read = parseJsonFeed(fileOf(files, `${lead}.json`));
      expect(read).toMatchObject({
        title: feed.title,
        description: feed.subtitle,
        home_page_url: feed.home,
        feed_url: `https://forewarn.example/${lead}.json`,
        language: feed.locale === "zh" ? "zh-CN" : "en-GB",
        authors: [{ name: feed.author, url: "https://forewarn.example/" }],
      });
      expect(feed.entries).toHaveLength(6);
      expect(read.items).toEqual(
        feed.entries.map((it) => ({
          id: it.id,
          url: it.url,
          title: it.title.text,
          ...(it.title.lang === null ? {} : { language: it.title.lang }),
          summary: it.summary,
          content_html: it.html,
          date_published: it.published,
          date_modified: it.updated,
          authors: [{ name: it.author }],
          tags: it.categories.map(({ label }) => label),
          attachments: [{ url: it.cap, mime_type: "application/cap+xml" }],
        })),
      );
    }
  });

  test("they say that they are JSON Feed 1.1, and what they rest on", () => {
    expect(JSON.parse(fileOf(files, "feeds/zh.json"))).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      _forewarn: {
        updated: "2026-06-17T09:00:00+08:00",
        release: "2026-06-17-0123abcd",
        as_of: "2026-06-17",
        license: "https://licence.example/by/4.0/",
      },
    });
  });

  test("a withdrawn warning stays as an item that says so, and no longer what it said", () => {
    const withdrawn = item("feeds/en.json", "2026-003");
    expect(withdrawn).toMatchObject({
      title: "[Withdrawn] Easy to join, hard to get a refund: Gyms – Contracts",
      summary: "This warning was withdrawn on 28 May 2026. Reason: On checking, the figures turned out to be wrong.",
      date_published: "2026-05-20T09:00:00+08:00",
      date_modified: "2026-05-28T09:00:00+08:00",
      _forewarn: {
        status: "withdrawn",
        number: "消费警示〔2026〕第3号",
        kind: "warning",
        risk: "medium",
        category: "S01",
      },
    });
    expect(withdrawn.content_html).toContain("turned out to be wrong");
    expect(withdrawn.content_html).not.toMatch(/49|are rising/);
    expect(item("feeds/zh.json", "2026-003").title).toMatch(/^【已撤回】/);
    expect(item("feeds/en.json", "2026-001").content_html).toMatch(/are rising.*49 people/);
  });

  test("each item tells its status", () => {
    expect(
      Object.fromEntries(items("feeds/zh.json").map(({ id, _forewarn }) => [id.slice(-8), _forewarn.status])),
    ).toEqual({
      "2026-001": "published",
      "2026-002": "published",
      "2026-003": "withdrawn",
      "2026-004": "corrected",
      "2025-001": "expired",
      "2025-002": "superseded",
    });
  });

  test("a warning without English is marked as Chinese", () => {
    expect(item("feeds/en.json", "2026-002")).toMatchObject({ title: "节日购物提示", language: "zh-CN" });
    expect(item("feeds/zh.json", "2026-002").language).toBeUndefined();
  });

  test("a reason that nobody has translated is marked as Chinese", async () => {
    const [one] = (await readWarnings(FIXTURE)).filter(({ id }) => id === "2026-003") as [Warning];
    const untold = { ...one, record: { ...one.record, reason: { zh: "数据有误。", en: null } } };
    const [read] = JSON.parse(fileOf(jsonFeedFiles(contextOf([untold])), "feeds/en.json")).items as Item[];
    expect(read?.content_html).toContain('Reason: <span lang="zh-CN">数据有误。</span></p>');
  });

  test("hostile text stays text", () => {
    expect(item("feeds/zh.json", "2026-004").title).toBe(`预警：${HOSTILE}`);
    const { content_html } = item("feeds/zh.json", "2026-004");
    expect(content_html).toContain("a &lt; b &amp; c &gt;");
    expect(content_html).not.toContain("< b");
  });
});
