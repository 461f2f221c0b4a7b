import { describe, expect, test } from "vitest";
import { readTaxonomy } from "../../src/config/taxonomy.ts";
import { DAY, dayOf, isoDay } from "../../src/demo/calendar.ts";
import { COUNTY, TOWNSHIPS, UNITS } from "../../src/demo/county.ts";
import { EXPORTED } from "../../src/demo/exports.ts";
import { simulate } from "../../src/demo/simulate.ts";
import { stateOn } from "../../src/demo/state.ts";
import type { Ticket } from "../../src/demo/ticket.ts";
import { TRADES } from "../../src/demo/trades.ts";

const taxonomy = await readTaxonomy();
const { tickets, hotspots } = simulate(1, taxonomy);
const dayOfTicket = ({ facts }: Ticket) => Math.floor(facts.registered / DAY);

/** Tickets registered from `from` to before `to`. */
const between = (from: number, to: number) =>
  tickets.filter((ticket) => dayOfTicket(ticket) >= from && dayOfTicket(ticket) < to);

describe("the county", () => {
  test("is another with another seed", () => {
    const other = simulate(2, taxonomy);
    expect(other.tickets.length).not.toBe(tickets.length);
    expect(other.hotspots.map(({ extra }) => extra)).not.toEqual(hotspots.map(({ extra }) => extra));
  });

  test("has only names that are plainly invented", () => {
    const wrong = tickets.filter(
      ({ facts }) =>
        !/虚构/u.test(facts.business) ||
        !/虚构/u.test(facts.address) ||
        !/^.(样|例|示例)/u.test(facts.person.name) ||
        !/^199000\d{5}$/u.test(facts.person.phone) ||
        !/^(样牌[A-L])?$/u.test(facts.brand),
    );
    expect(wrong.map(({ facts }) => facts).slice(0, 3)).toEqual([]);
    const cases = tickets.flatMap(({ life }) => life.penalty?.caseNumber ?? []);
    expect(cases.every((number) => number.includes("虚构"))).toBe(true);
    expect(new Set(cases).size).toBe(cases.length);
    expect(COUNTY.zh).toContain("虚构");
  });

  test("has 12 units, all of which work, and 10 to 14 townships", () => {
    expect(UNITS).toHaveLength(12);
    expect(new Set(tickets.map(({ facts }) => facts.unit))).toEqual(new Set(UNITS));
    expect(TOWNSHIPS.length).toBeGreaterThanOrEqual(10);
    expect(TOWNSHIPS.length).toBeLessThanOrEqual(14);
    expect(new Set(TOWNSHIPS.map(({ code }) => code)).size).toBe(TOWNSHIPS.length);
  });

  test("numbers its tickets without a doublet, in the order of their registration", () => {
    expect(new Set(tickets.map(({ id }) => id)).size).toBe(tickets.length);
    expect(new Set(tickets.map(({ form }) => form)).size).toBe(tickets.length);
    for (const route of ["12345", "12315"]) {
      const ids = tickets.filter(({ facts }) => facts.route === route).map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
    }
  });

  test("complains in words that the house taxonomy knows", () => {
    const codes = new Map<string, string>();
    for (const { code, zh, words, children } of taxonomy.categories) {
      for (const word of [zh, ...words]) codes.set(word, code);
      for (const leaf of children) for (const word of [leaf.zh, ...leaf.words]) codes.set(word, leaf.code);
    }
    for (const { facts } of tickets) {
      for (const words of [facts.categoryWords, facts.registerWords]) {
        const last = words.slice(words.lastIndexOf("/") + 1);
        if ((codes.get(last) ?? null) !== facts.category) expect.fail(`${words} is not ${facts.category}`);
      }
    }
    const problems = new Map(taxonomy.problems.flatMap(({ code, zh, words }) => [zh, ...words].map((w) => [w, code])));
    for (const { facts } of tickets) {
      const found = facts.problemWords.split(/[;；、]/u).map((word) => problems.get(word));
      if (found.join() !== facts.problems.join()) expect.fail(`${facts.problemWords} is not ${facts.problems}`);
    }
    const traded = new Set(TRADES.map(({ code }) => code));
    const leaves = taxonomy.categories.flatMap(({ children }) => children.map(({ code }) => code));
    expect(leaves.filter((code) => !traded.has(code))).toEqual([]);
  });
});

describe("its course", () => {
  test("grows by about 8 % a year", () => {
    const year = (number: number) => between(dayOf(`${number}-01-01`), dayOf(`${number + 1}-01-01`)).length;
    for (const number of [2022, 2023, 2024, 2025]) {
      const growth = year(number) / year(number - 1) - 1;
      expect(growth).toBeGreaterThan(0.05);
      expect(growth).toBeLessThan(0.13);
    }
  });

  test("dips at Spring Festival and rebounds", () => {
    for (const iso of ["2022-02-01", "2024-02-10", "2026-02-17"]) {
      const first = dayOf(iso);
      const perDay = (from: number, days: number) => between(first + from, first + from + days).length / days;
      expect(perDay(0, 7)).toBeLessThan(0.5 * perDay(-35, 28));
      expect(perDay(7, 14)).toBeGreaterThan(1.05 * perDay(-35, 28));
    }
  });

  test("has a week and seasons", () => {
    const onDay = (name: number) => tickets.filter((ticket) => (dayOfTicket(ticket) + 3) % 7 === name).length;
    expect(onDay(0)).toBeGreaterThan(1.5 * onDay(6));
    const inMonths = (code: string, months: string) =>
      tickets.filter(
        ({ facts }) => facts.category === code && months.includes(isoDay(facts.registered / DAY).slice(5, 7)),
      ).length;
    expect(inMonths("G0401", "06 07 08")).toBeGreaterThan(3 * inMonths("G0401", "12 01 02"));
    expect(inMonths("S0701", "12 01 02")).toBeGreaterThan(5 * inMonths("S0701", "06 07 08"));
    expect(inMonths("S0401", "08 09")).toBeGreaterThan(1.4 * inMonths("S0401", "04 05"));
    expect(inMonths("S1102", "05 10")).toBeGreaterThan(1.8 * inMonths("S1102", "03 11"));
  });

  test("has a few people with 100 to 600 items, mostly on food, and hardly anyone else with more than ten", () => {
    const items = new Map<string, Ticket[]>();
    for (const ticket of tickets) {
      const { phone } = ticket.facts.person;
      items.set(phone, [...(items.get(phone) ?? []), ticket]);
    }
    const counts = [...items.values()].map((all) => all.length).sort((a, b) => b - a);
    const serial = counts.filter((count) => count > 10);
    expect(serial).toHaveLength(8);
    expect(Math.min(...serial)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...serial)).toBeLessThanOrEqual(620);
    const theirs = tickets.filter(({ facts }) => facts.serial);
    const marked = theirs.filter(({ life }) => life.professional).length / theirs.length;
    expect(marked).toBeGreaterThan(0.5);
    expect(marked).toBeLessThan(0.75);
  });
});

describe("its hotspots", () => {
  const inCell = (hotspot: (typeof hotspots)[number], from: number, to: number) =>
    between(from, to).filter(
      ({ facts }) =>
        facts.kind === "complaint" &&
        facts.category === hotspot.category &&
        facts.problems.includes(hotspot.problem) &&
        (hotspot.township === null || facts.township?.short === hotspot.township),
    ).length;

  test("are about twenty, of every strength, some of them under way at the end", () => {
    expect(hotspots.length).toBeGreaterThanOrEqual(18);
    expect(hotspots.length).toBeLessThanOrEqual(24);
    expect(hotspots.filter(({ multiplier }) => multiplier < 2.5).length).toBeGreaterThanOrEqual(3);
    expect(hotspots.filter(({ township }) => township !== null).length).toBeGreaterThanOrEqual(5);
    expect(hotspots.filter(({ start, weeks }) => start + weeks * 7 >= dayOf("2026-10-25")).length).toBe(3);
  });

  test("are in the tickets, as many as told", () => {
    const tagged = new Map<string, number>();
    for (const { facts } of tickets) if (facts.hotspot) tagged.set(facts.hotspot, (tagged.get(facts.hotspot) ?? 0) + 1);
    expect(hotspots.map(({ id }) => tagged.get(id) ?? 0)).toEqual(hotspots.map(({ extra }) => extra));
  });

  test("can be seen in the raw counts, where they are strong", () => {
    for (const hotspot of hotspots) {
      const { id, start, weeks, multiplier, extra } = hotspot;
      const length = weeks * 7;
      const observed = inCell(hotspot, start, start + length);
      // Of a class that is told too roughly (3 %) the leaf cannot be seen.
      expect(observed, id).toBeGreaterThanOrEqual(Math.floor(extra * 0.85));
      if (multiplier < 3.5) continue;
      const yearBefore = inCell(hotspot, start - 364, start - 364 + length);
      const yearAfter = inCell(hotspot, start + 364, start + 364 + length);
      expect(observed, id).toBeGreaterThan(1.8 * Math.max(yearBefore, yearAfter));
    }
  });
});

describe("a ticket's state", () => {
  const steps = ["待分派", "待受理", "办理中", "不予受理", "办结", "已归档"];

  test("only goes on, from one export to the next", () => {
    let seen = 0;
    for (const ticket of tickets.slice(-6_000)) {
      const before = stateOn(ticket, EXPORTED.toDate);
      const after = stateOn(ticket, EXPORTED.last);
      if (!before) continue;
      if (!after) expect.fail(`${ticket.id} is gone`);
      expect(steps.indexOf(after.status)).toBeGreaterThanOrEqual(steps.indexOf(before.status));
      if (before.status !== after.status) seen++;
    }
    expect(seen).toBeGreaterThan(300);
  });

  test("is not told before the ticket is entered, some days after its registration", () => {
    const late = tickets.filter((ticket) => ticket.facts.entered > dayOfTicket(ticket) + 3);
    expect(late.length / tickets.length).toBeGreaterThan(0.04);
    for (const ticket of late.slice(0, 200)) {
      expect(stateOn(ticket, ticket.facts.entered - 1)).toBeNull();
      expect(stateOn(ticket, ticket.facts.entered)).not.toBeNull();
    }
  });
});
