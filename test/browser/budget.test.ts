import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, CDPSession } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { LOCALES } from "../../src/i18n/define.ts";
import { FIXTURE_AS_OF } from "../fixture/release.ts";
import { builtSite, describeInBrowser, fileOf, launch } from "./harness.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
};

/** Serves a folder as a host would that compresses: what is measured is what crosses the line. */
async function serveCompressed(directory: string): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? "/", "http://host.example").pathname).slice(1);
    const bytes = await readFile(path.join(directory, name)).catch(() => null);
    if (bytes === null) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(name)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-encoding": "gzip" }).end(gzipSync(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** A cheap phone on a slow line: 1.6 Mbit/s, 150 ms, a processor a quarter as fast. */
async function slow(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

interface Measured {
  readonly kilobytes: number;
  readonly requests: readonly string[];
  /** Largest contentful paint in ms, and how far things moved. */
  readonly lcp: number;
  readonly cls: number;
}

async function measure(browser: Browser, url: string, day: string = FIXTURE_AS_OF): Promise<Measured> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  try {
    await context.clock.setFixedTime(new Date(`${day}T12:00:00+08:00`));
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await slow(session);
    const requests: string[] = [];
    let bytes = 0;
    session.on("Network.requestWillBeSent", ({ request }) => {
      if (!request.url.startsWith("data:")) requests.push(request.url);
    });
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: "networkidle" });
    const { lcp, cls } = await page.evaluate(
      () =>
        new Promise<{ lcp: number; cls: number }>((resolve) => {
          let lcp = 0;
          let cls = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) cls += (entry as unknown as { value: number }).value;
          }).observe({ type: "layout-shift", buffered: true });
          new PerformanceObserver((list) => {
            lcp = list.getEntries().at(-1)?.startTime ?? lcp;
            setTimeout(() => resolve({ lcp, cls }), 300);
          }).observe({ type: "largest-contentful-paint", buffered: true });
        }),
    );
    return { kilobytes: bytes / 1024, requests, lcp, cls };
  } finally {
    await context.close();
  }
}

describeInBrowser("on a cheap phone on a slow line", () => {
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    const served = await serveCompressed(await builtSite("public"));
    browser = await launch();
    url = served.url;
    return async () => {
      await browser.close();
      served.server.close();
    };
  });

  const pages = [
    ["warnings/2026-001", 30, 6],
    ["warnings/2026-004", 30, 6],
    ["warnings/index", 60, 8],
    ["list/category-S01", 60, 8],
    ["index", 60, 8],
    ["search", 60, 8],
  ] as const;

  test.each(pages.flatMap(([page, most, asked]) => LOCALES.map((locale) => [page, locale, most, asked] as const)))(
    "%s in %s weighs no more than %i kB in %i requests, and nothing moves while it loads",
    async (page, locale, most, asked) => {
      const { kilobytes, requests, cls } = await measure(browser, `${url}${fileOf("public", page, locale)}`);
      expect(kilobytes).toBeLessThanOrEqual(most);
      expect(requests.length).toBeLessThanOrEqual(asked);
      expect(cls).toBeLessThanOrEqual(0.02);
      // Nobody pays for the search who does not search.
      expect(requests.filter((request) => request.includes("pagefind"))).toEqual([]);
    },
  );

  test.each(LOCALES)("nor does it where a warning has run out since the page was built, in %s", async (locale) => {
    const { cls } = await measure(browser, `${url}${fileOf("public", "warnings/2026-001", locale)}`, "2026-09-16");
    expect(cls).toBeLessThanOrEqual(0.02);
  });

  test("a warning is there about as soon as the shortest page is", async () => {
    const times: Record<string, number[]> = { "warnings/2026-001.html": [], "404.html": [] };
    for (let i = 0; i < 3; i++)
      for (const [file, list] of Object.entries(times)) list.push((await measure(browser, `${url}${file}`)).lcp);
    const [warning = 0, shortest = 1] = Object.values(times).map((list) => Math.min(...list));
    console.info(`largest paint: warning ${Math.round(warning)} ms, shortest page ${Math.round(shortest)} ms`);
    expect(warning / shortest).toBeLessThan(1.6);
  });
});
