import { spawn } from "node:child_process";
import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDuck } from "../../src/duck/open.ts";
import { CLOSING, closingRow, LIST, listRow, REGISTER, registerRow, writeLines } from "../ingest/fixtures.ts";
import { warehouseContent, warehouseFates } from "../support/digest.ts";
import { temporaryFolder } from "../support/folder.ts";
import type { IngestDocument } from "../support/ingest-document.ts";
import { forewarn } from "../support/run.ts";

const root = path.resolve(import.meta.dirname, "../..");

async function ingest(data: string, ...paths: string[]) {
  const ran = await forewarn(["ingest", ...paths, "--data", data, "--json"]);
  return { ...ran, document: ran.json<IngestDocument>() };
}

describe("forewarn ingest", () => {
  test("gives every row one fate, with line, column and value of what it rejects", async () => {
    const folder = await temporaryFolder();
    const file = await writeLines(folder, "register.csv", [
      REGISTER,
      registerRow("A1", { outcome: "达成调解协议", concluded: "2026-03-20" }),
      registerRow("A2"),
      "",
      registerRow("A2"),
      registerRow("A3", { accepted: "2026-02-30" }),
      `${registerRow("A4")},one too many`,
      registerRow(""),
      REGISTER,
      "合计,,,,,,,,,,,,,,",
      registerRow("A5", { accepted: "2031-01-01" }),
    ]);
    const { document, code } = await ingest(path.join(folder, "data"), file);
    expect(code).toBe(0);
    expect(document.files[0]).toMatchObject({
      profile: "cn-12315",
      rows: 9,
      accepted: 2,
      unchanged: 0,
      duplicate: 1,
      rejected: 6,
      refused: null,
    });
    expect(document.files[0]?.rejections.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
      [6, "办理时间", "2026-02-30", "not_a_date"],
      [7, null, null, "wrong_column_count"],
      [8, "工单号", null, "missing_required"],
      [9, null, null, "header_row"],
      [10, null, null, "total_row"],
      [11, "办理时间", "2031-01-01", "future_date"],
    ]);
    expect(document.files[0]?.rejections[1]?.message).toBe(
      "The row has 16 cells, the header 15. There may be a delimiter outside quotes.",
    );
    expect(document.totals).toMatchObject({ files: 1, rows: 9, tickets: 2 });
  });

  test("loading a file again, under any name, changes nothing", async () => {
    const folder = await temporaryFolder();
    const data = path.join(folder, "data");
    const file = await writeLines(folder, "a.csv", [
      REGISTER,
      registerRow("A1"),
      registerRow("A1"),
      registerRow("A2", { accepted: "?" }),
    ]);
    await ingest(data, file);
    const before = [
      await warehouseContent(path.join(data, "warehouse.duckdb")),
      await warehouseFates(path.join(data, "warehouse.duckdb")),
    ];
    await copyFile(file, path.join(folder, "b.csv"));
    const { document } = await ingest(data, file, path.join(folder, "b.csv"));
    for (const found of document.files) {
      expect(found).toMatchObject({ rows: 3, accepted: 0, unchanged: 1, duplicate: 1, rejected: 1, refused: null });
      expect(found.rejections).toHaveLength(1);
    }
    const after = [
      await warehouseContent(path.join(data, "warehouse.duckdb")),
      await warehouseFates(path.join(data, "warehouse.duckdb")),
    ];
    expect(after).toEqual(before);
  });

  test("a record whose quotes do not pair is one rejected row, and its neighbours are read", async () => {
    const folder = await temporaryFolder();
    const lines = [
      REGISTER,
      registerRow("A1"),
      registerRow("A2").replace("样例商店(虚构)", '"样例"商店'),
      registerRow("A3"),
    ];
    const { document } = await ingest(path.join(folder, "data"), await writeLines(folder, "a.csv", lines));
    expect(document.files[0]).toMatchObject({ rows: 3, accepted: 2, rejected: 1 });
    expect(document.files[0]?.rejections[0]).toMatchObject({ line: 3, code: "wrong_column_count", value: lines[2] });
    expect(document.files[0]?.rejections[0]?.message).toContain("quotes");
  });

  test("in an HTML table too, a cell too many is told, and an untitled column is not", async () => {
    const folder = await temporaryFolder();
    const table = (rows: readonly string[]) =>
      `<html><meta charset="utf-8"><table>${rows
        .map(
          (row) =>
            `<tr>${row
              .split(",")
              .map((cell) => `<td>${cell}</td>`)
              .join("")}</tr>`,
        )
        .join("")}</table></html>`;
    const rows = [registerRow("A1"), `${registerRow("A2")},one too many`, registerRow("A3")];
    await writeFile(path.join(folder, "a.xls"), table([REGISTER, ...rows]));
    const untitled = [`${REGISTER},`, ...["B1", "B2", "B3"].map((id) => `${registerRow(id)},remark`)];
    await writeFile(path.join(folder, "b.xls"), table(untitled));
    const { document } = await ingest(
      path.join(folder, "data"),
      path.join(folder, "a.xls"),
      path.join(folder, "b.xls"),
    );
    expect(document.files[0]).toMatchObject({ rows: 3, accepted: 2, rejected: 1 });
    expect(document.files[0]?.rejections[0]).toMatchObject({ line: 3, code: "wrong_column_count" });
    expect(document.files[1]).toMatchObject({ rows: 3, accepted: 3, rejected: 0 });
  });

  test("a later export adds what is new and knows the rest", async () => {
    const folder = await temporaryFolder();
    const data = path.join(folder, "data");
    await ingest(data, await writeLines(folder, "a.csv", [LIST, listRow("A1"), listRow("A2")]));
    const { document } = await ingest(
      data,
      await writeLines(folder, "b.csv", [LIST, listRow("A1"), listRow("A2", { status: "已归档" }), listRow("A3")]),
    );
    expect(document.files[0]).toMatchObject({ rows: 3, accepted: 2, unchanged: 1, duplicate: 0, rejected: 0 });
    const { ticket } = await warehouseContent(path.join(data, "warehouse.duckdb"));
    expect(
      ticket?.map((row) => [(row as { native_id: string }).native_id, (row as { status: string }).status]),
    ).toEqual([
      ["A1", "in_progress"],
      ["A2", "archived"],
      ["A3", "in_progress"],
    ]);
  });

  test("refuses a file whole and loads the others", async () => {
    const folder = await temporaryFolder();
    const files = path.join(folder, "files");
    await mkdir(files);
    await writeLines(files, "a-other.csv", ["name,age", "x,1"]);
    await writeLines(files, "b-sums.csv", ["处理部门,件数,同比,占比", "东河所,12,3%,40%"]);
    await writeFile(path.join(files, "c-empty.csv"), "");
    await writeLines(files, "d-good.csv", [REGISTER, registerRow("A1")]);
    const { document, code } = await ingest(path.join(folder, "data"), files);
    expect(code).toBe(1);
    expect(document.files.map(({ refused, accepted }) => [refused?.code ?? null, accepted])).toEqual([
      ["no_profile", 0],
      ["aggregate_table", 0],
      ["empty_file", 0],
      [null, 1],
    ]);
    expect(document.files[0]?.refused?.message).toContain("name, age");
    expect((await readdir(path.join(folder, "data"))).filter((name) => name.startsWith(".ingest-"))).toEqual([]);
  });

  test("money is read to the cent, whatever its unit and dress", async () => {
    const folder = await temporaryFolder();
    const data = path.join(folder, "data");
    await ingest(
      data,
      await writeLines(folder, "a.csv", [
        CLOSING,
        closingRow("A1", { recovered: "1234.56" }),
        closingRow("A2", { recovered: "1.5万元" }),
        closingRow("A3", { recovered: "￥２００" }),
        closingRow("A4", { recovered: "0" }),
        closingRow("A5", { recovered: "" }),
        closingRow("A6", { recovered: "见附件" }),
      ]),
      await writeLines(folder, "b.csv", [
        CLOSING.replace("挽回经济损失(元)", "挽回经济损失(万元)"),
        closingRow("B1", { recovered: "0.012345" }),
      ]),
    );
    const { ticket } = await warehouseContent(path.join(data, "warehouse.duckdb"));
    expect(
      ticket?.map((row) => Object.values({ ...(row as { recovered: string; recovered_basis: string }) }).length > 0),
    ).not.toContain(false);
    const amounts = (ticket as { native_id: string; recovered: string | null; recovered_basis: string }[]).map(
      (row) => [row.native_id, row.recovered, row.recovered_basis],
    );
    expect(amounts).toEqual([
      ["A1", "1234.56", "stated"],
      ["A2", "15000.00", "stated"],
      ["A3", "200.00", "stated"],
      ["A4", "0.00", "zero_stated"],
      ["A5", null, "not_recorded"],
      ["B1", "123.45", "stated"],
    ]);
  });

  test("the order of files and of rows never changes what holds", async () => {
    const versions = [
      [LIST, listRow("A1"), listRow("A2"), listRow("A3")],
      [LIST, listRow("A1", { status: "已归档" }), listRow("A2", { status: "不予受理" })],
      [
        REGISTER,
        registerRow("A1", { accepted: "2026-03-03", outcome: "未达成调解协议", concluded: "2026-03-20" }),
        registerRow("A3"),
      ],
      [
        REGISTER,
        registerRow("A1", { accepted: "2026-03-03", outcome: "达成调解协议", concluded: "2026-04-02", unit: "西河所" }),
      ],
      [
        CLOSING,
        closingRow("A1", { recovered: "0" }),
        closingRow("A3", { recovered: "55.50", concluded: "2026-05-01" }),
      ],
      [CLOSING, closingRow("A1", { recovered: "320", concluded: "2026-03-19" })],
    ];
    const load = async (order: readonly number[]) => {
      const folder = await temporaryFolder();
      for (const [position, index] of order.entries()) {
        const [header, ...rows] = versions[index] as string[];
        const shuffled = position % 2 ? rows : rows.toReversed();
        await writeLines(folder, `${position}.csv`, [header as string, ...shuffled]);
      }
      const data = path.join(folder, "data");
      await ingest(data, ...order.map((_, position) => path.join(folder, `${position}.csv`)));
      return warehouseContent(path.join(data, "warehouse.duckdb"));
    };
    const reference = await load(versions.map((_, index) => index));
    expect(reference.ticket).toHaveLength(3);
    expect(reference.ticket?.[0]).toMatchObject({
      outcome: "agreement",
      unit: "西河所",
      recovered: "320.00",
      status: "archived",
      versions: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          versions.map((_, index) => index),
          { minLength: versions.length },
        ),
        async (order) => {
          expect(await load(order)).toEqual(reference);
        },
      ),
      { numRuns: 8, seed: 7 },
    );
  });

  test("killed in the middle and run again, it gives the warehouse of one clean run", async () => {
    const folder = await temporaryFolder();
    const exports = path.join(folder, "exports");
    await mkdir(exports);
    for (let file = 0; file < 12; file++) {
      const rows = Array.from({ length: 400 }, (_, row) =>
        registerRow(`F${file}-${row}`, row % 50 ? {} : { accepted: "none" }),
      );
      await writeLines(exports, `${String(file).padStart(2, "0")}.csv`, [REGISTER, ...rows]);
    }
    const clean = path.join(folder, "clean");
    const killed = path.join(folder, "killed");
    await ingest(clean, exports);
    let interrupted = 0;
    // Kill at growing ages until a run lives long enough to end by itself.
    for (let age = 500; ; age += 250) {
      const child = spawn(process.execPath, [path.join(root, "src/cli/bin.js"), "ingest", exports, "--data", killed], {
        cwd: root,
        stdio: "ignore",
      });
      const timer = setTimeout(() => child.kill("SIGKILL"), age);
      const signal = await new Promise((resolve) => child.once("exit", (_code, by) => resolve(by)));
      clearTimeout(timer);
      if (signal === null) break;
      interrupted += 1;
    }
    expect(interrupted).toBeGreaterThan(0);
    // Copies of complaints that a killed run had made are gone too.
    expect((await readdir(killed)).filter((name) => name.startsWith("."))).toEqual([]);
    const file = "warehouse.duckdb";
    expect(await warehouseContent(path.join(killed, file))).toEqual(await warehouseContent(path.join(clean, file)));
    expect(await warehouseFates(path.join(killed, file))).toEqual(await warehouseFates(path.join(clean, file)));
  });

  test("says who holds the warehouse", async () => {
    const folder = await temporaryFolder();
    const file = await writeLines(folder, "a.csv", [REGISTER, registerRow("A1")]);
    const script = `import("@duckdb/node-api").then(async ({ DuckDBInstance }) => {
      const instance = await DuckDBInstance.create(process.argv[1]);
      await instance.connect();
      console.log("open");
      setInterval(() => {}, 1000);
    })`;
    const holder = spawn(process.execPath, ["-e", script, path.join(folder, "warehouse.duckdb")], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      await new Promise((resolve) => holder.stdout.once("data", resolve));
      const ran = await forewarn(["ingest", file, "--data", folder, "--json"]);
      expect(ran.code).toBe(1);
      expect(ran.json()).toMatchObject({ error: { code: "locked_warehouse", key: "warehouse.locked" } });
      expect(ran.err).toContain(String(holder.pid));
    } finally {
      holder.kill("SIGKILL");
    }
  });

  test("does not touch a warehouse of a newer schema", async () => {
    const folder = await temporaryFolder();
    const file = await writeLines(folder, "a.csv", [REGISTER, registerRow("A1")]);
    await ingest(folder, file);
    const duck = await openDuck(path.join(folder, "warehouse.duckdb"));
    await duck.run("INSERT INTO schema_version VALUES (999)");
    duck.close();
    for (const argv of [["ingest", file], ["status"], ["rejects"]]) {
      const ran = await forewarn([...argv, "--data", folder, "--json"]);
      expect(ran.code).toBe(1);
      expect(ran.json()).toMatchObject({ error: { code: "newer_schema" } });
    }
  });
});
