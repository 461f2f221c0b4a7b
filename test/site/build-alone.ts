// Builds the bureau's site from a release, as a process of its own that a test can cut off from the network.
import { settingsSchema } from "../../src/config/settings.ts";
import { buildSite } from "../../src/site/build.ts";

const [release = "", output = "", staging = ""] = process.argv.slice(2);
await buildSite("bureau", {
  release,
  output,
  staging,
  settings: settingsSchema.parse({}),
  warnings: [],
});
