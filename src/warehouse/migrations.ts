import { identifier } from "../duck/identifier.ts";
import { RECORD_NAMES, RECORDS } from "./records.ts";

/**
 * The steps from an empty file to the present schema. Shipped steps are never edited, only followed by new ones; the
 * number of the last one is the schema version.
 */
export interface Migration {
  readonly version: number;
  readonly sql: readonly string[];
}

const recordTables = RECORD_NAMES.flatMap((record) => {
  const columns = RECORDS[record].map((field) => `${identifier(field.name)} ${field.type}`).join(",\n  ");
  return [
    // Every version of every record ever seen, with its source; unique by the way they are written (an index over
    // millions of keys costs more than the loading itself). `rank_*` order the versions by what they say.
    `CREATE TABLE ${record}_version (
  version_id VARCHAR NOT NULL,
  record_key VARCHAR NOT NULL,
  id_basis VARCHAR NOT NULL CHECK (id_basis IN ('native', 'content')),
  source VARCHAR NOT NULL,
  rank_at TIMESTAMP,
  rank_step UTINYINT NOT NULL,
  file_id INTEGER NOT NULL,
  line BIGINT NOT NULL,
  ${columns},
  quality VARCHAR[] NOT NULL,
  cells VARCHAR[] NOT NULL
)`,
    // What holds now: for each field the value of the latest version that has one.
    `CREATE TABLE ${record} (
  record_key VARCHAR NOT NULL,
  id_basis VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  versions INTEGER NOT NULL,
  ${columns},
  quality VARCHAR[] NOT NULL
)`,
  ];
});

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    sql: [
      "CREATE TABLE batch (batch_id VARCHAR PRIMARY KEY, started_at TIMESTAMP NOT NULL, tool VARCHAR NOT NULL)",
      `CREATE TABLE source_file (
  file_id INTEGER PRIMARY KEY,
  sha256 VARCHAR NOT NULL UNIQUE,
  name VARCHAR NOT NULL,
  bytes BIGINT NOT NULL,
  format VARCHAR NOT NULL,
  encoding VARCHAR NOT NULL,
  profile VARCHAR NOT NULL,
  profile_version INTEGER NOT NULL,
  layout VARCHAR NOT NULL,
  record VARCHAR NOT NULL,
  exported_at TIMESTAMP,
  batch_id VARCHAR NOT NULL,
  loaded_at TIMESTAMP NOT NULL,
  header VARCHAR[] NOT NULL,
  "rows" BIGINT NOT NULL,
  accepted BIGINT NOT NULL,
  "unchanged" BIGINT NOT NULL,
  duplicate BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  CHECK ("rows" = accepted + "unchanged" + duplicate + rejected)
)`,
      // The fate of every row of every file; `registered_on` where the row says one, for the accounting by month.
      `CREATE TABLE source_row (
  file_id INTEGER NOT NULL,
  line BIGINT NOT NULL,
  fate VARCHAR NOT NULL CHECK (fate IN ('accepted', 'unchanged', 'duplicate', 'rejected')),
  version_id VARCHAR,
  row_month DATE
)`,
      `CREATE TABLE rejected_row (
  file_id INTEGER NOT NULL,
  line BIGINT NOT NULL,
  column_name VARCHAR,
  value VARCHAR,
  code VARCHAR NOT NULL,
  also VARCHAR[] NOT NULL,
  cells VARCHAR[] NOT NULL
)`,
      ...recordTables,
      `CREATE VIEW ticket_problem AS
SELECT record_key, unnest(problem_codes) AS problem_code FROM ticket`,
    ],
  },
];

/** The schema version that this program reads and writes. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version));
