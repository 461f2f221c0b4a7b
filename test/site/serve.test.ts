import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { serveSite } from "../../src/site/serve.ts";
import { temporaryFolder } from "../support/folder.ts";

test("a folder is served by the names of its files, and nothing outside it", async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, "site/zh"), { recursive: true });
  await writeFile(path.join(folder, "secret.txt"), "secret");
  await writeFile(path.join(folder, "site/index.html"), "root");
  await writeFile(path.join(folder, "site/zh/a.html"), "甲");
  const served = await serveSite(path.join(folder, "site"), 0);
  onTestFinished(() => served.close());
  const get = async (name: string) => {
    const response = await fetch(new URL(name, served.url));
    return [response.status, await response.text()];
  };
  expect(await get("")).toEqual([200, "root"]);
  expect(await get("zh/a.html")).toEqual([200, "甲"]);
  expect(await get("zh/b.html")).toEqual([404, "404"]);
  expect(await get("..%2fsecret.txt")).toEqual([404, "404"]);
});

test("a port that is taken is said to be", async () => {
  const folder = await temporaryFolder();
  const first = await serveSite(folder, 0);
  onTestFinished(() => first.close());
  const port = Number(new URL(first.url).port);
  await expect(serveSite(folder, port)).rejects.toMatchObject({ key: "site.portTaken", params: { port } });
});
