import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readExposure } from "../../src/config/exposure.ts";
import { readPlaces } from "../../src/config/places.ts";
import type { Duck } from "../../src/duck/open.ts";
import { createDisproportion } from "../../src/hotspots/disproportion.ts";
import { findHotspots } from "../../src/hotspots/index.ts";
import { seededRandom } from "../../src/hotspots/random.ts";
import { createScan } from "../../src/hotspots/where.ts";
import { MARTS, type MartName } from "../../src/release/marts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { days, emptyWarehouse, insertTickets, type Made } from "./tickets.ts";

const AS_OF = "2024-06-30";

async function expectColumns(duck: Duck, table: string, mart: MartName): Promise<void> {
  const columns = await duck.rows<{ column_name: string; column_type: string }>(`DESCRIBE ${table}`);
  expect(columns.map(({ column_name: name, column_type: type }) => [name, type])).toEqual(
    Object.entries(MARTS[mart].columns),
  );
}

/** A year of complaints: forty businesses with the same mix of four problems. */
function trade(seed: number): Made[] {
  const random = seededRandom(seed);
  return days("2023-07-01", 366).flatMap((day) =>
    Array.from({ length: random.poisson(6) }, () => ({
      day,
      category: "G01",
      problems: [`P0${1 + Math.floor(random.uniform() * 4)}`],
      region: "R1",
      business: `Invented trader ${1 + Math.floor(random.uniform() ** 2 * 40)}`,
    })),
  );
}

describe("who stands out", () => {
  const rows = (duck: Duck) =>
    duck.rows<{
      business: string;
      problem: string;
      observed: string;
      expected: number;
      ic_low: number;
      eb05: number | null;
      stands_out: boolean;
      rate_ratio: number | null;
    }>("SELECT * FROM hotspot_disproportion ORDER BY rank");

  test("a business with too much of one problem does, for people, not for complaints", async () => {
    const duck = await emptyWarehouse();
    const bad = (person: (i: number) => string) =>
      Array.from({ length: 25 }, (_, i) => ({
        day: "2024-03-04",
        category: "G01",
        problems: ["P04"],
        region: "R1",
        business: "Invented trader 30",
        person: person(i),
      }));
    await insertTickets(duck, [
      ...trade(1),
      ...bad((i) => `someone-${i}`),
      // One who complains twenty-five times is one report.
      ...bad(() => "serial").map((ticket) => ({ ...ticket, business: "Invented trader 31" })),
      ...bad((i) => `other-${i}`).map((ticket) => ({ ...ticket, business: "A natural person", natural: true })),
    ]);
    await createDisproportion(duck, { asOf: AS_OF, exposure: null });
    await expectColumns(duck, "hotspot_disproportion", "disproportion");
    const found = await rows(duck);
    expect(found[0]).toMatchObject({ business: "Invented trader 30", problem: "P04", stands_out: true });
    expect(found[0]?.eb05).toBeGreaterThan(0.9);
    expect(found.some(({ business }) => business === "A natural person")).toBe(false);
    const serial = found.find(({ business, problem }) => business === "Invented trader 31" && problem === "P04");
    expect(Number(serial?.observed ?? 0)).toBeLessThan(15);
    expect(serial?.stands_out ?? false).toBe(false);
    // By chance alone hardly any of forty businesses stands out.
    expect(found.filter(({ stands_out }) => stands_out).length).toBeLessThanOrEqual(4);
    duck.close();
  });

  test("with few pairs there is no prior, and nothing breaks without data", async () => {
    const duck = await emptyWarehouse();
    await createDisproportion(duck, { asOf: AS_OF, exposure: null });
    expect(await rows(duck)).toEqual([]);
    await insertTickets(
      duck,
      trade(2).filter(({ business }) => /trader [1-5]$/.test(business ?? "")),
    );
    await createDisproportion(duck, { asOf: AS_OF, exposure: null });
    for (const { eb05 } of await rows(duck)) expect(eb05).toBeNull();
    duck.close();
  });

  test("sizes give a rate", async () => {
    const duck = await emptyWarehouse();
    await insertTickets(duck, trade(3));
    const exposure = {
      unit: { zh: "门店数", en: "outlets" },
      businesses: Array.from({ length: 40 }, (_, i) => ({ name: `Invented trader ${i + 1}`, value: 10 })),
    };
    await createDisproportion(duck, { asOf: AS_OF, exposure });
    const found = await rows(duck);
    expect(found.every(({ rate_ratio: ratio }) => ratio !== null && ratio > 0)).toBe(true);
    // The draw favours low numbers: they have more complaints for the same size.
    const first = found.find(({ business }) => business === "Invented trader 1");
    if (first) expect(first.rate_ratio).toBeGreaterThan(2);
    duck.close();
  });

  test("a size that is none is refused with its place", async () => {
    const folder = await temporaryFolder();
    await writeFile(
      path.join(folder, "exposure.yaml"),
      "unit: { zh: 门店, en: outlets }\nbusinesses:\n  - { name: A, value: -1 }\n",
    );
    await expect(readExposure(folder)).rejects.toMatchObject({ place: { line: 3, column: "businesses.0.value" } });
    await expect(readExposure(path.join(folder, "none"))).resolves.toBeNull();
  });
});

describe("where complaints gather", () => {
  const PLACES = Array.from({ length: 9 }, (_, i) => ({
    code: `R${i}`,
    longitude: (i % 3) / 10,
    latitude: Math.floor(i / 3) / 10,
  }));
  const county = (seed: number, extra: readonly Made[] = []): Made[] => {
    const random = seededRandom(seed);
    return [
      ...days("2023-04-03", 65, 7).flatMap((day) =>
        Array.from({ length: 9 }, (_, region) => region).flatMap((region) =>
          Array.from({ length: random.poisson(3) }, () => ({
            day,
            category: "G01",
            problems: ["P01"],
            region: `R${region}`,
          })),
        ),
      ),
      ...extra,
    ];
  };
  const scan = async (tickets: readonly Made[], places = PLACES) => {
    const duck = await emptyWarehouse();
    await insertTickets(duck, [...tickets, { day: AS_OF, category: "G01", problems: ["P01"], region: "R0" }]);
    await duck.run("CREATE TEMP TABLE dimension AS SELECT 'category' AS dim, 'G01' AS key, NULL::VARCHAR AS parent");
    await findHotspots(duck, { asOf: AS_OF, grain: "week" });
    await createScan(duck, { asOf: AS_OF, places });
    await expectColumns(duck, "hotspot_scan", "scan");
    const rows = await duck.rows<{
      category: string | null;
      regions: string[];
      from: string;
      to: string;
      observed: string;
      p: number;
      q: number;
    }>("SELECT * FROM hotspot_scan ORDER BY rank");
    duck.close();
    return rows;
  };

  test("neighbours that rise together are found with the week in which it began", async () => {
    const extra = ["R4", "R5"].flatMap((region) =>
      days("2024-06-10", 3, 7).flatMap((day) =>
        Array.from({ length: 9 }, () => ({ day, category: "G01", problems: ["P01"], region })),
      ),
    );
    const [first] = await scan(county(2, extra));
    expect(first?.regions).toEqual(expect.arrayContaining(["R5"]));
    expect(first).toMatchObject({ from: "2024-06-10", to: "2024-06-30", p: 0.001 });
    expect(first?.q).toBeLessThan(0.01);
  });

  test("without boundaries each region stands for itself; without complaints there is nothing", async () => {
    const extra = days("2024-06-17", 2, 7).flatMap((day) =>
      Array.from({ length: 15 }, () => ({ day, category: "G01", problems: ["P01"], region: "R7" })),
    );
    const [first] = await scan(county(3, extra), []);
    expect(first?.regions).toEqual(["R7"]);
    expect(first?.p).toBeLessThan(0.01);
    expect(await scan([])).toEqual([]);
  });

  test("a quiet county has no gathering that chance does not explain", async () => {
    for (const { q } of await scan(county(4))) expect(q).toBeGreaterThan(0.05);
  });

  test("the middle of a region comes from its boundary, whichever way it turns", async () => {
    const folder = await temporaryFolder();
    expect(await readPlaces(folder)).toEqual([]);
    const square = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ];
    const feature = (code: string, geometry: object) => ({ type: "Feature", properties: { code }, geometry });
    const features = [
      feature("b", { type: "Polygon", coordinates: [square] }),
      feature("a", { type: "Polygon", coordinates: [[...square].reverse()] }),
      feature("c", { type: "MultiPolygon", coordinates: [[square], [square.map(([x = 0, y = 0]) => [x + 4, y])]] }),
      feature("d", { type: "Point", coordinates: [7, 8] }),
    ];
    const file = path.join(folder, "boundaries.geojson");
    await writeFile(file, JSON.stringify({ type: "FeatureCollection", features }));
    expect(await readPlaces(folder)).toEqual([
      { code: "a", longitude: 1, latitude: 1 },
      { code: "b", longitude: 1, latitude: 1 },
      { code: "c", longitude: 3, latitude: 1 },
      { code: "d", longitude: 7, latitude: 8 },
    ]);
    await writeFile(file, `\uFEFF${JSON.stringify({ type: "FeatureCollection", features: features.slice(3) })}`);
    expect(await readPlaces(folder)).toEqual([{ code: "d", longitude: 7, latitude: 8 }]);
    await writeFile(file, JSON.stringify({ type: "FeatureCollection", features: [feature("e", { type: "Line" })] }));
    await expect(readPlaces(folder)).rejects.toMatchObject({ place: { file, column: "features.0.geometry.type" } });
    await writeFile(file, "{");
    await expect(readPlaces(folder)).rejects.toMatchObject({
      key: "config.syntax",
      message: expect.stringContaining("not valid JSON"),
    });
  });
});
