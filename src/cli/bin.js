#!/usr/bin/env node
// The only JavaScript file: it lets Node run the TypeScript sources of a checkout without a build step.
import { register } from "tsx/esm/api";

register();
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));
