import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Two cores: one worker for the databases, one for the browser.
    maxWorkers: 2,
    // Against what hangs, not against what is slow: the machine may be busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    setupFiles: ["test/support/properties.ts"],
    // An `only` left behind must not hide the other tests in CI.
    allowOnly: !process.env.CI,
    // CI closes with a line of figures that it reads from here.
    reporters: process.env.CI ? ["default", ["json", { outputFile: "coverage/tests.json" }]] : ["default"],
  },
});
