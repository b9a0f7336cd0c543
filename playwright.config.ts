import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/find-browser.mjs";

process.env.E2E_BROWSER ??= JSON.stringify(await findBrowser((line: string) => console.log(`  ${line}`)));

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/global-setup.ts",
  workers: 1,
  projects: [
    { name: "first day", testMatch: "first-day.spec.ts" },
    {
      name: "after",
      testIgnore: ["first-day.spec.ts", "*accessibility.spec.ts"],
      dependencies: ["first day"],
    },
    { name: "accessibility", testMatch: "*accessibility.spec.ts" },
  ],
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: process.env.E2E_RESULTS ?? "test-results/journeys",
  use: {
    baseURL: process.env.E2E_URL,
    launchOptions: JSON.parse(process.env.E2E_BROWSER),
    trace: "retain-on-failure",
    locale: "en-US",
    timezoneId: "America/New_York",
  },
});
