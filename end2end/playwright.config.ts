import { defineConfig } from "@playwright/test";

// Debian's Chromium: Playwright downloads no browser of its own.
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: ".",
  globalSetup: "./support/demo_once.ts",
  outputDir: "test-results",
  // Two cores: while one test waits for its page, the others have their turn.
  fullyParallel: true,
  workers: 3,
  timeout: 300_000,
  expect: { timeout: 45_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--lang=it-IT",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    // A trace photographs the page at every step and makes everything several times slower: ask for it.
    trace: process.env.TRACE === undefined ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "tests", testMatch: "tests/**/*.spec.ts" },
    { name: "shots", testMatch: "shots.ts" },
    { name: "measures", testMatch: "measures/*.ts" },
  ],
});
