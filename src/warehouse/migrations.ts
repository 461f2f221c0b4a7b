import { identifier } from "../duck/identifier.ts";
import { RECORD_NAMES, RECORDS } from "./records.ts";
import { VERSION_COLUMNS } from "./version-columns.ts";
import { fateViewSql, recordViewSql, serialViewSql, toldViewSql } from "./views.ts";

/**
 * The steps from an empty file to the present schema. Shipped steps are never edited, only followed by new ones; the
 * number of the last one is the schema version. Schemas 1 and 2 were never shipped: they are refused (see {@link FIRST_SCHEMA}).
 */
export interface Migration {
  readonly version: number;
  readonly sql: readonly string[];
}

const recordTables = RECORD_NAMES.flatMap((record) => {
  const columns = RECORDS[record].map((field) => `${identifier(field.name)} ${field.type}`).join(",\n  ");
  return [
    // Every version of every record ever seen, with the row where it was seen first; unique by the way they are written (an
    // index over millions of keys costs more than the loading itself). `part` marks those that tell a part of their record, the
    // others standing on other rows of the same file. Fields, and `unread` with the cells that no field holds, become columns
    // when the first file fills them.
    `CREATE TABLE ${record}_version (
  ${VERSION_COLUMNS}
)`,
    // What holds of the records that several versions tell of; the others are read where they stand.
    `CREATE TABLE ${record}_merged (
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
    version: 3,
    sql: [
      "CREATE TABLE batch (batch_id VARCHAR NOT NULL, started_at TIMESTAMP NOT NULL, tool VARCHAR NOT NULL)",
      // `reading` tells how the file was read: profiles, taxonomy and regions as they were. `exported_at` is when the
      // source made it, as its name or its properties say.
      `CREATE TABLE source_file (
  file_id INTEGER NOT NULL,
  sha256 VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  bytes BIGINT NOT NULL,
  format VARCHAR NOT NULL,
  encoding VARCHAR NOT NULL,
  profile VARCHAR NOT NULL,
  profile_version INTEGER NOT NULL,
  layout VARCHAR NOT NULL,
  record VARCHAR NOT NULL,
  reading VARCHAR,
  exported_at TIMESTAMP,
  batch_id VARCHAR NOT NULL,
  loaded_at TIMESTAMP NOT NULL,
  header VARCHAR[] NOT NULL,
  notes VARCHAR,
  "rows" BIGINT NOT NULL,
  accepted BIGINT NOT NULL,
  "unchanged" BIGINT NOT NULL,
  duplicate BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  CHECK ("rows" = accepted + "unchanged" + duplicate + rejected)
)`,
      // Other names under which the bytes of a file came.
      "CREATE TABLE file_name (sha256 VARCHAR NOT NULL, name VARCHAR NOT NULL, batch_id VARCHAR NOT NULL)",
      // The tables of a file, each with the layout by which it was read and its header as it stands.
      `CREATE TABLE source_table (
  file_id INTEGER NOT NULL,
  sheet VARCHAR,
  profile VARCHAR NOT NULL,
  layout VARCHAR NOT NULL,
  record VARCHAR NOT NULL,
  header VARCHAR[] NOT NULL
)`,
      // The fates of rows that made no version: the accepted ones are those of the versions (see the view `source_row`).
      `CREATE TABLE row_fate (
  file_id INTEGER NOT NULL,
  sheet VARCHAR,
  line BIGINT NOT NULL,
  fate VARCHAR NOT NULL CHECK (fate IN ('unchanged', 'duplicate', 'rejected')),
  version_id UHUGEINT,
  row_month DATE
)`,
      // `detail` tells kinds of one code apart. `mended_by` is the file with the mended row, once it is loaded.
      `CREATE TABLE rejected_row (
  file_id INTEGER NOT NULL,
  sheet VARCHAR,
  line BIGINT NOT NULL,
  column_name VARCHAR,
  value VARCHAR,
  code VARCHAR NOT NULL,
  detail VARCHAR,
  also VARCHAR[] NOT NULL,
  cells VARCHAR[] NOT NULL,
  mended_by INTEGER
)`,
      // Numbers under which a ticket is known beside its own (certain where a row tells both), and, where such a number is shared, whose ticket it is.
      "CREATE TABLE ticket_alias (alias_key VARCHAR NOT NULL, record_key VARCHAR NOT NULL, file_id INTEGER NOT NULL, certain BOOLEAN NOT NULL)",
      "CREATE TABLE ticket_link (record_key VARCHAR NOT NULL, joined_key VARCHAR NOT NULL)",
      ...recordTables,
      ...RECORD_NAMES.flatMap((record) => [toldViewSql(record, new Set()), recordViewSql(record)]),
      fateViewSql(),
      serialViewSql(),
      `CREATE VIEW ticket_problem AS
SELECT record_key, unnest(problem_codes) AS problem_code FROM ticket`,
    ],
  },
];

/** The oldest schema that is brought up to date. */
export const FIRST_SCHEMA = 3;

/** The schema version that this program reads and writes. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version));
