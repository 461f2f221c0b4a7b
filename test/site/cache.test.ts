import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { buildKey, codeDigest, keptBuild, openMemory } from "../../src/site/cache.ts";
import { temporaryFolder } from "../support/folder.ts";

/** A made-up checkout with a root and a release, as far as the key looks at them. */
async function made(): Promise<{ checkout: string; root: string; release: string; before: null }> {
  const folder = await temporaryFolder();
  const files = {
    "src/a.ts": "a",
    "loaders/b.ts": "b",
    "docs/shared/base.css": "c",
    "observablehq.config.ts": "d",
    "package-lock.json": "e",
    "root/index.md": "f",
    "root/.observablehq/cache/x": "g",
    "release/manifest.json": "{}",
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return { checkout: folder, root: path.join(folder, "root"), release: path.join(folder, "release"), before: null };
}

describe("what is kept from one build to the next", () => {
  const keyOf = async ({ checkout, ...options }: Awaited<ReturnType<typeof made>>) =>
    buildKey({ ...options, code: await codeDigest(checkout) });

  test("the key changes with each thing that Framework reads, and with nothing else", async () => {
    const options = await made();
    const key = await keyOf(options);
    expect(await keyOf(options)).toBe(key);
    await writeFile(path.join(options.root, ".observablehq/cache/x"), "changed");
    expect(await keyOf(options)).toBe(key);
    const seen = new Set([key]);
    for (const name of [
      "src/a.ts",
      "loaders/b.ts",
      "docs/shared/base.css",
      "observablehq.config.ts",
      "package-lock.json",
      "root/index.md",
      "release/manifest.json",
    ]) {
      await writeFile(path.join(options.checkout, name), "changed");
      seen.add(await keyOf(options));
    }
    expect(seen.size).toBe(8);
    // A page that is renamed is another page.
    await writeFile(path.join(options.root, "other.md"), "");
    seen.add(await keyOf(options));
    expect(seen.size).toBe(9);
  });

  test("a build of the same key is taken as it was; one of another takes its place; one that fails leaves nothing", async () => {
    const folder = await temporaryFolder();
    const cache = path.join(folder, "cache");
    const built: string[] = [];
    const work = (text: string) => async (output: string) => {
      built.push(text);
      await mkdir(output);
      await writeFile(path.join(output, "index.html"), text);
    };
    const result = (name: string) => readFile(path.join(folder, name, "index.html"), "utf8");
    expect(await keptBuild(cache, "one", path.join(folder, "first"), work("first"))).toBe(false);
    expect(await keptBuild(cache, "one", path.join(folder, "second"), work("second"))).toBe(true);
    expect(await result("second")).toBe("first");
    await expect(
      keptBuild(cache, "two", path.join(folder, "bad"), async (output) => {
        await work("bad")(output);
        throw new Error("made up");
      }),
    ).rejects.toThrow("made up");
    expect(await readdir(cache)).toEqual(["one"]);
    expect(await keptBuild(cache, "two", path.join(folder, "third"), work("third"))).toBe(false);
    expect(await readdir(cache)).toEqual(["two"]);
    expect(built).toEqual(["first", "bad", "third"]);
  });

  test("a part is made once for its key and the program's state, and goes when no build asks for it", async () => {
    const { checkout: code } = await made();
    const folder = path.join(code, "parts");
    let parts = 0;
    const make = () => `part ${++parts}`;
    const first = await openMemory(folder, await codeDigest(code));
    expect([await first.memo("a", make), await first.memo("a", make), await first.memo("b", make)]).toEqual([
      "part 1",
      "part 1",
      "part 2",
    ]);
    const second = await openMemory(folder, await codeDigest(code));
    expect(await second.memo("a", make)).toBe("part 1");
    await second.sweep();
    expect(await readdir(folder)).toHaveLength(1);
    await writeFile(path.join(code, "src/a.ts"), "changed");
    expect(await (await openMemory(folder, await codeDigest(code))).memo("a", make)).toBe("part 3");
  });
});
