import type { FinishPage } from "../../src/site/finish/page.ts";

/** A page as Framework leaves it: no language, no zoom, poor ids, its client on every page. */
export function builtPage({ code }: { code: boolean }): string {
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="generator" content="Observable Framework v0.0.0">
<title>数据质量 | 虚构县</title>
<link rel="preload" as="style" href="../_import/style.0a1b2c3d.css">
<link rel="stylesheet" type="text/css" href="../_import/style.0a1b2c3d.css">
<link rel="modulepreload" href="../_observablehq/client.0a1b2c3d.js">
<link rel="modulepreload" href="../_observablehq/runtime.0a1b2c3d.js">
<script type="module">

import ${code ? "{define} from " : ""}"../_observablehq/client.0a1b2c3d.js";
${
  code
    ? `import {registerFile} from "../_observablehq/stdlib.0a1b2c3d.js";

registerFile("../data/trend.arrow", {"name":"../data/trend.arrow","mimeType":"application/octet-stream","path":"../_file/data/trend.0a1b2c3d.arrow","lastModified":1790000000123,"size":12});

define({id: "0a1b2c3d", body: () => { if (1 < 2 && "</p>") document.title = "x"; }});
`
    : ""
}
</script>
</head>
<body>
<div id="observablehq-center">
<header id="observablehq-header">
<nav><a href="./index.html">概览</a></nav>
</header>
<main id="observablehq-main" class="observablehq">
<h1 id="" tabindex="-1"><a class="observablehq-header-anchor" href="#">数据质量</a></h1>
<p title="1 &gt; 0 &amp; &quot;so&quot;">甲 &lt; 乙 &amp; 丙&nbsp;— <svg viewBox="0 0 1 1"><path d="M0,0"></path></svg></p>
<h2 id="-1" tabindex="-1"><a class="observablehq-header-anchor" href="#-1">按来源 <em>文件</em></a></h2>
<h2 id="-2" tabindex="-1"><a class="observablehq-header-anchor" href="#-2">按来源 文件</a></h2>
<h2 id="rows-by-file" tabindex="-1"><a class="observablehq-header-anchor" href="#rows-by-file">Rows by file</a></h2>
<h3>按月份</h3>
<h3>!?</h3>
<script type="application/json" id="texts">{"a":"</\\u0073cript>"}</script>
</main>
<footer id="observablehq-footer">
<div><p>数据截至</p></div>
</footer>
</div>
</body>
</html>
`;
}

export const finishPage: FinishPage = {
  drawings: [],
  head: [],
  files: { zh: "zh/quality.html", en: "en/quality.html" },
  file: "zh/quality.html",
  locale: "zh",
  path: "quality",
  description: '每一行的"去向" & <更多>',
  origin: "https://forewarn.example/sub",
  asOf: "2026-06-17",
  first: "zh",
};
