import { access, mkdir } from "node:fs/promises";
import path from "node:path";
import { type Duck, openDuck } from "../duck/open.ts";
import { ForewarnError } from "../errors.ts";
import { FIRST_SCHEMA, MIGRATIONS, SCHEMA_VERSION } from "./migrations.ts";
import { transaction } from "./transaction.ts";

export interface Warehouse extends Duck {
  readonly path: string;
  readonly schemaVersion: number;
}

/**
 * Opens a data folder's warehouse, one DuckDB file. For writing it is made where it is absent and brought to the
 * present schema; for reading it must exist.
 * @throws ForewarnError `warehouse.locked` where another process writes in it, `warehouse.newer` where a later version
 * of the program made it, `warehouse.early` where one before the first release did, `warehouse.missing` where there is none to read, `warehouse.damaged` where it is no database
 */
export async function openWarehouse(file: string, options: { readOnly?: boolean } = {}): Promise<Warehouse> {
  const readOnly = options.readOnly ?? false;
  if (readOnly) {
    await access(file).catch((cause) => {
      throw new ForewarnError("warehouse.missing", { file }, { cause });
    });
  } else {
    await mkdir(path.dirname(file), { recursive: true });
  }
  let duck: Duck;
  try {
    duck = await openDuck(file, { readOnly });
  } catch (cause) {
    const text = String(cause);
    if (/could not set lock|conflicting lock/i.test(text)) {
      const holder = /PID (\d+)/.exec(text)?.[1] ?? "?";
      throw new ForewarnError(
        "warehouse.locked",
        { process: holder },
        { place: { file }, code: "locked_warehouse", cause },
      );
    }
    throw new ForewarnError("warehouse.damaged", { reason: text.split("\n")[0] ?? "" }, { place: { file }, cause });
  }
  try {
    const found = await readSchemaVersion(duck);
    if (found > SCHEMA_VERSION) {
      throw new ForewarnError(
        "warehouse.newer",
        { found, known: SCHEMA_VERSION },
        { place: { file }, code: "newer_schema" },
      );
    }
    if (found > 0 && found < FIRST_SCHEMA) throw new ForewarnError("warehouse.early", { found }, { place: { file } });
    if (found < SCHEMA_VERSION) {
      if (readOnly) throw new ForewarnError("warehouse.older", { found, known: SCHEMA_VERSION }, { place: { file } });
      await migrate(duck, found);
    }
    return { ...duck, path: file, schemaVersion: SCHEMA_VERSION };
  } catch (error) {
    duck.close();
    throw error;
  }
}

async function readSchemaVersion(duck: Duck): Promise<number> {
  const { found } = await duck.row<{ found: number }>(
    "SELECT count(*)::INTEGER AS found FROM information_schema.tables WHERE table_schema = 'main' AND table_name = 'schema_version'",
  );
  if (!found) return 0;
  const { version } = await duck.row<{ version: number | null }>("SELECT max(version) AS version FROM schema_version");
  return version ?? 0;
}

/** Brings a warehouse from schema `from` to the present one; all of it or nothing. */
export async function migrate(duck: Duck, from = 0): Promise<void> {
  await transaction(duck, async () => {
    await duck.run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY)");
    for (const migration of MIGRATIONS) {
      if (migration.version <= from) continue;
      for (const statement of migration.sql) await duck.run(statement);
      await duck.run("INSERT INTO schema_version VALUES ($1)", [migration.version]);
    }
  });
}
