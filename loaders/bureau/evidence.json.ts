import { openRelease } from "../../src/release/read.ts";

// The whole record of every hotspot, as it was frozen with the release, for download.
const release = await openRelease(process.env.FOREWARN_RELEASE ?? "", "bureau");
const rows = await release.rows<{ json: string }>("SELECT json FROM evidence ORDER BY id");
release.close();
process.stdout.write(`[\n${rows.map(({ json }) => json).join(",\n")}\n]\n`);
