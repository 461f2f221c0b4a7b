import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Two cores: one worker for the databases, one for the browser.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // An `only` left behind must not hide the other tests in CI.
    allowOnly: !process.env.CI,
    // CI closes with a line of figures that it reads from here.
    reporters: process.env.CI ? ["default", ["json", { outputFile: "coverage/tests.json" }]] : ["default"],
  },
});
