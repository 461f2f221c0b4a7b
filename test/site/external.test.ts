import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkSite } from "../../src/site/check/check.ts";
import { checkExternal } from "../../src/site/check/external.ts";
import { checkLinks } from "../../src/site/check/links.ts";
import { readSite } from "../../src/site/check/read.ts";
import { temporaryFolder } from "../support/folder.ts";

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const directory = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
    await writeFile(path.join(directory, name), text);
  }
  return directory;
}

describe("references to other hosts", () => {
  test.each([
    ["a.html", '<script src="https://cdn.example/x.js"></script>'],
    ["a.html", '<script type="module">import {x} from "https://cdn.example/x.js"</script>'],
    ["a.html", '<script>import("//cdn.example/x.js")</script>'],
    ["a.html", '<link rel="stylesheet" href="https://fonts.example/css2">'],
    ["a.html", '<link rel="preconnect" href="//fonts.example">'],
    ["a.html", '<link rel="icon" href="HTTPS://cdn.example/i.png">'],
    ["a.html", '<img src="https://cdn.example/x.png">'],
    ["a.html", '<img srcset="a.png 1x, https://cdn.example/x.png 2x">'],
    ["a.html", '<svg><image href="https://cdn.example/x.png"/><use href="#a"/></svg>'],
    ["a.html", '<iframe src="https://map.example/"></iframe>'],
    ["a.html", '<video poster="https://cdn.example/x.png"></video>'],
    ["a.html", '<form action="https://post.example/"></form>'],
    ["a.html", '<base href="https://host.example/">'],
    ["a.html", '<meta http-equiv="refresh" content="0; url=https://host.example/">'],
    ["a.html", '<p style="background: url(https://cdn.example/x.png)">'],
    ["a.html", "<style>@font-face { src: url('//fonts.example/a.woff2') }</style>"],
    ["a.css", '@import "https://fonts.example/css2";'],
    ["a.css", "@import url(https://fonts.example/css2);"],
    ["a.js", 'import{a as b}from"https://cdn.example/x.js";'],
    ["a.js", 'import"https://cdn.example/x.js";'],
    ["a.js", "const a=await import(`https://cdn.example/x.js`)"],
    ["a.js", 'export*from "https://cdn.example/x.js"'],
    ["a.js", 'new Worker("https://cdn.example/x.js")'],
    ["deep/a.svg", '<svg><image xlink:href="https://cdn.example/x.png"/></svg>'],
  ])("%s %s is found", async (name, text) => {
    const found = await checkExternal(await readSite(await folder({ [name]: text })));
    expect(found.map(({ file }) => file)).toEqual([name]);
    expect(found[0]?.url).toMatch(/example/);
  });

  test.each([
    ["a.html", '<a href="https://www.example/">elsewhere</a>'],
    [
      "a.html",
      '<link rel="canonical" href="https://host.example/"><link rel="alternate" hreflang="zh" href="https://h.example/">',
    ],
    [
      "a.html",
      '<img src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'/%3E"><svg xmlns="http://www.w3.org/2000/svg"></svg>',
    ],
    ["a.html", "<p>see https://www.example/ and url(https://www.example/)</p>"],
    ["a.js", 'const a = "https://www.w3.org/1999/xhtml"; // from https://www.example/'],
    ["a.css", "a { background: url(data:image/png;base64,AA//BB) } /* x */"],
    ["a.txt", '<script src="https://cdn.example/x.js"></script>'],
  ])("%s %s is none", async (name, text) => {
    expect(await checkExternal(await readSite(await folder({ [name]: text })))).toEqual([]);
  });
});

describe("links", () => {
  test("to files, folders' pages and places in pages are followed", async () => {
    const directory = await folder({
      "zh/index.html": `<a href="./a.html">a</a><a href="a.html#二">b</a><a href="#none">c</a><a href="../index.html?x=1">d</a>
        <a href="b.html">e</a><a href="a.html#three">f</a><a href="https://www.example/">g</a><img src="../x%20y.png">`,
      "zh/a.html": '<h2 id="二">二</h2>',
      "index.html": '<a href="zh/index.html">zh</a>',
      "x y.png": "",
    });
    expect(checkLinks(await readSite(directory))).toEqual([
      { file: "zh/index.html", href: "#none" },
      { file: "zh/index.html", href: "b.html" },
      { file: "zh/index.html", href: "a.html#three" },
    ]);
  });
});

test("all findings of a folder come together", async () => {
  const directory = await folder({ "a.html": '<html><body><p id="x"></p><p id="x"></p><img src="//h.example/a">' });
  const found = await checkSite(directory);
  expect(found.map(({ key }) => key).sort()).toEqual([
    "site.check.external",
    "site.check.id",
    "site.check.language",
    "site.check.noSite",
    "site.check.policy",
  ]);
});
