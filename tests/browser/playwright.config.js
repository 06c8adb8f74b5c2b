// Runs against a build of the site that is served as a static host would; `tests/run` builds it first.
import { defineConfig } from "@playwright/test";

const port = Number(process.env.SITE_PORT ?? 8123);
const root = new URL("../..", import.meta.url).pathname;

export default defineConfig({
  testDir: "specs",
  outputDir: "results",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  use: {
    // Where a worker is not what is tested, pages come from the server.
    serviceWorkers: "block",
    baseURL: `http://127.0.0.1:${port}`,
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  webServer: {
    command: `cargo site --port ${port} --out target/site-under-test`,
    cwd: root,
    port,
    reuseExistingServer: !process.env.CI,
    timeout: 20 * 60 * 1000,
    stderr: "pipe",
  },
});
