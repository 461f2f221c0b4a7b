#!/usr/bin/env node
// The only JavaScript file: it lets Node run the TypeScript sources of a checkout without a build step.
import { register } from "tsx/esm/api";

// `forewarn rejects | head` closes the pipe early: that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

register();
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));
