import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { settingsSchema } from "../../src/config/settings.ts";
import type { Duck } from "../../src/duck/open.ts";
import type { FindHotspots, ReleaseOptions } from "../../src/release/build.ts";
import { MARTS, type MartName } from "../../src/release/marts.ts";
import { addVersionColumns } from "../../src/warehouse/version-columns.ts";
import { MADE_UP_TAXONOMY, makeWarehouse } from "../measures/made-up.ts";
import { insertMany } from "../measures/made-up-many.ts";

export const AS_OF = "2026-06-17";
export const SECRET_FILE = "made-up-export.csv";

/** A detector that finds nothing: empty tables with the columns of the marts. */
export const findNothing: FindHotspots = async (duck, { grain }) => {
  for (const mart of ["series", "hotspot", "contributor"] as const satisfies MartName[]) {
    const columns = Object.entries(MARTS[mart].columns).map(([name, type]) => `"${name}" ${type}`);
    await duck.run(`CREATE OR REPLACE TEMP TABLE ${mart}_${grain} (${columns.join(", ")})`);
  }
  await duck.run(
    "CREATE OR REPLACE TEMP TABLE hotspot_delay (source VARCHAR, age INTEGER, completeness DOUBLE, exports BIGINT, known BOOLEAN)",
  );
};

/** A warehouse of n invented tickets with one invented source file. */
export async function makeManyWarehouse(n: number): Promise<Duck> {
  const duck = await makeWarehouse();
  await insertMany(duck, n);
  await duck.run(
    `INSERT INTO source_file (file_id, sha256, name, bytes, format, encoding, profile, profile_version, layout, record, batch_id, loaded_at, header,
       "rows", accepted, "unchanged", duplicate, rejected)
     VALUES (1, repeat('a', 64), '${SECRET_FILE}', 1000, 'csv', 'utf-8', 'made-up', 1, 'query', 'ticket', 'b1', TIMESTAMP '2026-06-18 08:00:00', [],
       $1::INTEGER + 3, $1, 0, 1, 2)`,
    [n],
  );
  await addVersionColumns(duck, "ticket", ["registered_at"]);
  await duck.run(
    `INSERT INTO ticket_version (record_key, part, file_id, line, registered_at)
     SELECT record_key, false, 1, row_number() OVER (ORDER BY record_key), registered_at FROM ticket_merged`,
  );
  await duck.run(
    "INSERT INTO row_fate VALUES (1, NULL, 900001, 'duplicate', NULL, NULL), (1, NULL, 900002, 'rejected', NULL, NULL), (1, NULL, 900003, 'rejected', NULL, NULL)",
  );
  await duck.run(
    `INSERT INTO rejected_row VALUES (1, NULL, 900002, '挽回经济损失', 'Yes', 'not_a_number', NULL, [], [], NULL), (1, NULL, 900003, NULL, NULL, 'total_row', NULL, [], [], NULL)`,
  );
  return duck;
}

export function makeOptions(directory: string, options: Partial<ReleaseOptions> = {}): ReleaseOptions {
  return {
    asOf: AS_OF,
    settings: settingsSchema.parse({}),
    taxonomy: MADE_UP_TAXONOMY,
    regions: ["999901", "999902", "999903"].map((code) => ({
      code,
      zh: `样例镇${code}`,
      en: `Sample Town ${code}`,
      words: [],
      population: null,
    })),
    directory,
    findHotspots: findNothing,
    toolVersion: "0.0.0-test",
    now: new Date("2026-06-18T08:00:00Z"),
    ...options,
  };
}

export const makeFolder = () => mkdtemp(path.join(tmpdir(), "forewarn-release-"));

/** Every file below a folder with the digest of its bytes, by path. */
export async function readFolder(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const contents = new Map<string, string>();
  for (const file of files.toSorted())
    contents.set(
      path.relative(directory, file),
      createHash("sha256")
        .update(await readFile(file))
        .digest("hex"),
    );
  return contents;
}
