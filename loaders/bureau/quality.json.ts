import { openRelease } from "../../src/release/read.ts";

// The whole accounting of rows as one document, for download. Counts are whole numbers well under 2^53.
const release = await openRelease(process.env.FOREWARN_RELEASE ?? "", "bureau");
const { manifest } = release;
const counts = `"rows"::DOUBLE AS "rows", accepted::DOUBLE AS accepted, "unchanged"::DOUBLE AS "unchanged", duplicate::DOUBLE AS duplicate, rejected::DOUBLE AS rejected`;
const document = {
  release: manifest.release,
  asOf: manifest.asOf,
  files: await release.rows(
    `SELECT name, sha256, format, encoding, profile, layout, ${counts} FROM accounting_file ORDER BY name, sha256`,
  ),
  months: await release.rows(
    `SELECT month, fate, "rows"::DOUBLE AS "rows" FROM accounting_month ORDER BY month NULLS LAST, fate`,
  ),
  rejects: await release.rows(
    `SELECT code, column_name AS "column", "rows"::DOUBLE AS "rows" FROM accounting_reject ORDER BY code, column_name`,
  ),
  gaps: await release.rows(
    `SELECT gap, tickets::DOUBLE AS tickets, "of"::DOUBLE AS "of" FROM accounting_gap ORDER BY gap`,
  ),
};
release.close();
process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
