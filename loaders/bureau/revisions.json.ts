import { openRelease } from "../../src/release/read.ts";
import { compareReleases } from "../../src/release/revisions.ts";

// Every figure of an ended period that changed since the release before, for download. Values stay decimal text.
const release = await openRelease(process.env.FOREWARN_RELEASE ?? "", "bureau");
const found = await compareReleases(release, process.env.FOREWARN_BEFORE ?? "");
release.close();
process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
