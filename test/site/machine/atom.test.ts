import { parseAtomFeed } from "feedsmith";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { API_SCHEMAS } from "../../../src/site/machine/api-schemas.ts";
import { atomFiles } from "../../../src/site/machine/atom.ts";
import { feedsOf } from "../../../src/site/machine/feed.ts";
import { readWarnings, type Warning } from "../../../src/warnings/read.ts";
import { HOSTILE } from "../../fixture/warnings.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { PEOPLE, step } from "../../support/warnings.ts";
import { contextOf, FIXTURE, fileOf, fixtureContext, publish, xmlFaults } from "./made.ts";

const ID = (locale: string, id: string) => `tag:forewarn.example,${id.slice(0, 4)}:${locale}:warning:${id}`;

/** The tombstones of a feed, which no parser of feeds gives. */
function tombstones(xml: string) {
  const root = parseDocument(xml, { xmlMode: true }).children.find((it) => it.type === "tag");
  if (!root || !("attribs" in root)) throw new Error("no root");
  return root.children.flatMap((it) => {
    if (it.type !== "tag" || !("attribs" in it) || it.name !== "at:deleted-entry") return [];
    const inside = it.children.filter((child) => "attribs" in child);
    const comment = inside.find(({ name }) => name === "at:comment");
    const first = comment?.children[0];
    return [
      {
        ref: it.attribs.ref,
        when: it.attribs.when,
        comment: first && "data" in first ? first.data : null,
        lang: comment?.attribs["xml:lang"] ?? null,
        links: inside.filter(({ name }) => name === "link").map(({ attribs }) => attribs.href),
        names: inside.map(({ name }) => name),
      },
    ];
  });
}

describe("the Atom feeds", async () => {
  const context = await fixtureContext();
  const files = atomFiles(context);
  const zh = parseAtomFeed(fileOf(files, "feeds/zh.xml"));
  const en = parseAtomFeed(fileOf(files, "feeds/en.xml"));
  const entry = (feed: typeof zh, locale: string, id: string) => {
    const found = feed.entries?.find((it) => it.id === ID(locale, id));
    if (!found) throw new Error(`no entry ${id}`);
    return found;
  };

  test("there is one a language, and one for each category in each", () => {
    expect([...files.keys()]).toEqual(["feeds/zh.xml", "feeds/zh-S01.xml", "feeds/en.xml", "feeds/en-S01.xml"]);
  });

  test("they are XML", async () => {
    expect(await xmlFaults(files)).toEqual([]);
  });

  test("every value comes back from a parser as it went in", () => {
    for (const feed of feedsOf(context)) {
      const file = `feeds/${feed.locale}${feed.category ? "-S01" : ""}.xml`;
      const read = parseAtomFeed(fileOf(files, file));
      expect(read.title?.value).toBe(feed.title);
      expect(read.subtitle?.value).toBe(feed.subtitle);
      expect(read.updated).toBe(feed.updated);
      const standing = feed.entries.filter(({ state }) => state !== "withdrawn");
      expect(standing.length).toBeGreaterThan(3);
      expect(
        read.entries?.map((it) => ({
          id: it.id,
          title: it.title?.value,
          lang: it.title?.xml?.lang ?? null,
          summary: it.summary?.value,
          html: it.content?.value,
          author: it.authors?.[0]?.name,
          published: it.published,
          updated: it.updated,
          categories: it.categories?.map(({ term, label }) => ({ term, label })),
          links: it.links?.map(({ href }) => href),
        })),
      ).toEqual(
        standing.map((it) => ({
          id: it.id,
          title: it.title.text,
          lang: it.title.lang,
          summary: it.summary,
          html: it.html,
          author: it.author,
          published: it.published,
          updated: it.updated,
          categories: it.categories.map(({ term, label }) => ({ term, label })),
          links: [it.url, it.cap],
        })),
      );
    }
  });

  test("a feed says what it is, whose, and where it stands", () => {
    const { id, authors, links, generator, rights } = zh;
    expect({ id, authors, generator, rights }).toEqual({
      id: "https://forewarn.example/feeds/zh.xml",
      authors: [{ name: "虚构县市场监督管理局", uri: "https://forewarn.example/" }],
      generator: { text: "Forewarn" },
      rights: { value: "https://licence.example/by/4.0/", type: "text" },
    });
    expect(links).toEqual([
      { rel: "self", type: "application/atom+xml", href: "https://forewarn.example/feeds/zh.xml" },
      {
        rel: "alternate",
        type: "text/html",
        hreflang: "zh-CN",
        href: "https://forewarn.example/warnings/index.html",
      },
      { rel: "license", href: "https://licence.example/by/4.0/" },
    ]);
  });

  test("without a licence no rights are claimed", async () => {
    const feed = fileOf(atomFiles(await fixtureContext({ license: null })), "feeds/zh.xml");
    expect(feed).not.toMatch(/<rights|rel="license"/);
  });

  test("an entry tells the facts, in its language", () => {
    const read = entry(en, "en", "2026-001");
    expect(read.title?.value).toBe("Easy to join, hard to get a refund: Gyms – Contracts");
    expect(read.summary?.value).toBe(
      "49 people complained in May 2026 (52 complaints); about 27 were expected (usual range 17 to 37).",
    );
    expect(read.content).toMatchObject({ type: "html" });
    expect(read.content?.value).toContain("<p>Complaints about <strong>Gyms – Contracts</strong> are rising.");
    expect(read.content?.value).toContain('<a href="https://forewarn.example/en/warnings/2026-001.html">');
    expect(read.links).toEqual([
      {
        rel: "alternate",
        type: "text/html",
        hreflang: "en-GB",
        href: "https://forewarn.example/en/warnings/2026-001.html",
      },
      { rel: "related", type: "application/cap+xml", href: "https://forewarn.example/cap/2026-001.xml" },
    ]);
  });

  test("the schema of the API lists the values of each category", () => {
    for (const { term, scheme } of entry(zh, "zh", "2026-004").categories ?? []) {
      const [address, pointer = ""] = (scheme ?? "").split("#");
      expect(address).toBe("https://forewarn.example/api/v1/schema/warning.json");
      const found = pointer
        .split("/")
        .slice(1)
        .reduce<unknown>((it, key) => (it as Record<string, unknown>)[key], z.toJSONSchema(API_SCHEMAS.warning));
      const { enum: values, type } = found as { enum?: string[]; type: unknown };
      if (values) expect(values).toContain(term);
      else expect(type).toEqual(["string", "null"]);
    }
  });

  test("a warning without English is in the English feed: its Chinese title marked, and the facts in English", () => {
    const read = entry(en, "en", "2026-002");
    expect(read.title).toMatchObject({ value: "节日购物提示", xml: { lang: "zh-CN" } });
    expect(read.summary?.value).toMatch(/^49 people complained in May 2026;/);
    expect(read.content?.value).toContain("has not been translated");
    expect(entry(zh, "zh", "2026-002").title?.xml).toBeUndefined();
  });

  test("one that was superseded or has run out stays, and says so", () => {
    const superseded = entry(en, "en", "2025-002");
    expect(superseded.title?.value).toMatch(/^\[Superseded\] Easy to join/);
    expect(superseded.summary?.value).toMatch(/On 3 November 2025 a newer warning took the place of this one: Easy/);
    expect(superseded.content?.value).toContain('<a href="https://forewarn.example/en/warnings/2026-001.html">Easy');
    expect(entry(zh, "zh", "2025-001").title?.value).toMatch(/^【已过期】谨防办卡/);
    expect(entry(zh, "zh", "2025-001").summary?.value).toContain("本警示已于2025年12月31日到期");
    expect(entry(zh, "zh", "2026-001").title?.value).toMatch(/^谨防办卡/);
  });

  test("the state of a warning without English is told in the language of its title", async () => {
    const feed = parseAtomFeed(fileOf(atomFiles(await fixtureContext({ day: "2027-01-01" })), "feeds/en.xml"));
    expect(entry(feed, "en", "2026-002").title).toMatchObject({
      value: "【已过期】节日购物提示",
      xml: { lang: "zh-CN" },
    });
  });

  test("the day of the build decides what has run out", async () => {
    const feed = (day: string) =>
      fixtureContext({ day }).then((made) => parseAtomFeed(fileOf(atomFiles(made), "feeds/en.xml")));
    expect(entry(await feed("2026-09-15"), "en", "2026-001").title?.value).toMatch(/^Easy/);
    expect(entry(await feed("2026-09-16"), "en", "2026-001").title?.value).toMatch(/^\[Expired\] Easy/);
  });

  test("a withdrawn warning is a tombstone with its reason, and no entry", () => {
    for (const [locale, reason, lead] of [
      ["zh", "核实后发现数据有误。", ""],
      ["en", "On checking, the figures turned out to be wrong.", "en/"],
    ] as const) {
      const xml = fileOf(files, `feeds/${locale}.xml`);
      expect(tombstones(xml)).toEqual([
        {
          ref: ID(locale, "2026-003"),
          when: "2026-05-28T09:00:00+08:00",
          comment: reason,
          lang: null,
          links: [
            `https://forewarn.example/${lead}warnings/2026-003.html`,
            "https://forewarn.example/cap/2026-003.xml",
          ],
          names: ["at:by", "at:comment", "link", "link"],
        },
      ]);
      expect(parseAtomFeed(xml).entries?.map(({ id }) => id)).not.toContain(ID(locale, "2026-003"));
    }
  });

  test("hostile text stays text", () => {
    const read = entry(zh, "zh", "2026-004");
    expect(read.title?.value).toBe(`预警：${HOSTILE}`);
    const html = parseDocument(read.content?.value ?? "");
    const text = (node: { type: string; data?: string; children?: never[] }): string =>
      node.data ?? (node.children ?? []).map(text).join("");
    expect(text(html as never)).toContain(`更正 ${HOSTILE}`);
  });

  test("a category's feed holds the warnings of that category, in whatever level", async () => {
    const all = await readWarnings(FIXTURE);
    const scoped = (id: string, category: string | null): Warning => {
      const found = all.find((it) => it.id === id) as Warning;
      return { ...found, record: { ...found.record, scope: { ...found.record.scope, category } } };
    };
    const made = atomFiles(
      contextOf([scoped("2026-001", "S0301"), scoped("2026-002", null), scoped("2025-001", "S01")], {
        categories: [
          { code: "S01", zh: "健身服务", en: "Gyms" },
          { code: "S03", zh: "教育", en: "Education" },
        ],
      }),
    );
    const read = parseAtomFeed(fileOf(made, "feeds/en-S03.xml"));
    expect(read.entries?.map(({ id }) => id)).toEqual([ID("en", "2026-001")]);
    expect(read.title?.value).toMatch(/: Education$/);
    expect(parseAtomFeed(fileOf(made, "feeds/en.xml")).entries).toHaveLength(3);
  });

  test("a feed without warnings is as old as the data", async () => {
    const read = parseAtomFeed(fileOf(atomFiles(contextOf([], { categories: [] })), "feeds/zh.xml"));
    expect(read.updated).toBe("2026-06-17T00:00:00+08:00");
    expect(read.entries ?? []).toEqual([]);
  });

  test("a feed holds the hundred that changed last, the latest first", async () => {
    const [one] = (await readWarnings(FIXTURE)).filter(({ id }) => id === "2026-001");
    const many = Array.from({ length: 130 }, (_, i): Warning => {
      const { history, ...rest } = one as Warning;
      const day = new Date(Date.UTC(2026, 0, 1 + ((i * 37) % 130))).toISOString().slice(0, 10);
      return { ...rest, id: `2026-${i}`, history: history.map((it) => ({ ...it, at: `${day}T09:00:00+08:00` })) };
    });
    const entries = parseAtomFeed(fileOf(atomFiles(contextOf(many)), "feeds/zh.xml")).entries ?? [];
    expect(entries).toHaveLength(100);
    const times = entries.map(({ updated }) => updated ?? "");
    expect(times).toEqual([...times].sort().reverse());
    expect(times[0]).toBe("2026-05-10T09:00:00+08:00");
  });
});

describe("a feed as warnings live on", () => {
  const read = async (directory: string) => {
    const xml = fileOf(atomFiles(contextOf(await readWarnings(directory))), "feeds/en.xml");
    return { feed: parseAtomFeed(xml), tombstones: tombstones(xml) };
  };

  test("its time moves when a warning is withdrawn, and never back", async () => {
    const directory = await temporaryFolder();
    await publish(directory, "2026-001", "2026-05-01");
    await publish(directory, "2026-002", "2026-05-03");
    expect((await read(directory)).feed.updated).toBe("2026-05-03T09:00:00+08:00");
    await step(directory, "2026-001", "withdraw", PEOPLE.approver, {
      day: "2026-05-09",
      details: { told: { zh: "数据有误。", en: null } },
    });
    const after = await read(directory);
    expect(after.feed.updated).toBe("2026-05-09T09:00:00+08:00");
    expect(after.feed.entries?.map(({ id }) => id)).toEqual([ID("en", "2026-002")]);
    // Nobody has translated the reason: it is given as it is, and marked.
    expect(after.tombstones).toMatchObject([
      { ref: ID("en", "2026-001"), when: "2026-05-09T09:00:00+08:00", comment: "数据有误。", lang: "zh-CN" },
    ]);
  });

  test("steps that nobody sees change nothing", async () => {
    const directory = await temporaryFolder();
    await publish(directory, "2026-001", "2026-05-01");
    const before = await read(directory);
    await step(directory, "2026-001", "reaffirm", PEOPLE.approver, { day: "2026-05-04" });
    await step(directory, "2026-001", "correct", PEOPLE.author, { day: "2026-05-05" });
    expect(await read(directory)).toEqual(before);
    const [entry] = before.feed.entries ?? [];
    expect(entry?.updated).toBe("2026-05-01T09:00:00+08:00");
  });
});
