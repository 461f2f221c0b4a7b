import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { buildKey, keptBuild, openMemory } from "../../src/site/cache.ts";
import { temporaryFolder } from "../support/folder.ts";

/** A made-up checkout with a root and a release, as far as the key looks at them. */
async function checkout(): Promise<{ checkout: string; root: string; release: string; before: null }> {
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
  test("the key changes with each thing that Framework reads, and with nothing else", async () => {
    const options = await checkout();
    const key = await buildKey(options);
    expect(await buildKey(options)).toBe(key);
    await writeFile(path.join(options.root, ".observablehq/cache/x"), "changed");
    expect(await buildKey(options)).toBe(key);
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
      seen.add(await buildKey(options));
    }
    expect(seen.size).toBe(8);
    // A page that is renamed is another page.
    await writeFile(path.join(options.root, "other.md"), "");
    seen.add(await buildKey(options));
    expect(seen.size).toBe(9);
  });

  test("a build of the same key is taken as it was; one of another takes its place; one that fails leaves nothing", async () => {
    const folder = await temporaryFolder();
    const cache = path.join(folder, "cache");
    const made: string[] = [];
    const work = (text: string) => async (output: string) => {
      made.push(text);
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
    expect(made).toEqual(["first", "bad", "third"]);
  });

  test("a part is made once for its key and the program's state, and goes when no build asks for it", async () => {
    const { checkout: code } = await checkout();
    const folder = path.join(code, "parts");
    let made = 0;
    const make = () => `part ${++made}`;
    const first = await openMemory(folder, code);
    expect([await first.memo("a", make), await first.memo("a", make), await first.memo("b", make)]).toEqual([
      "part 1",
      "part 1",
      "part 2",
    ]);
    const second = await openMemory(folder, code);
    expect(await second.memo("a", make)).toBe("part 1");
    await second.sweep();
    expect(await readdir(folder)).toHaveLength(1);
    await writeFile(path.join(code, "src/a.ts"), "changed");
    expect(await (await openMemory(folder, code)).memo("a", make)).toBe("part 3");
  });
});
