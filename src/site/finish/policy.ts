import { createHash } from "node:crypto";
import { placeOf } from "../carry.ts";
import { apply, tags } from "./edit.ts";
import type { FinishStep } from "./page.ts";

const isScript = (type: string | undefined): boolean => /^(module|text\/javascript|importmap)?$/.test(type ?? "");

/**
 * A Content-Security-Policy in the page: nothing from another host, and no inline script but those that Framework
 * wrote into the head, known by their hashes. Styles may be inline: charts carry style attributes. It must be the last step, since any
 * later change of a script would break its hash.
 */
export const policy: FinishStep = (html) => {
  const clean = html.replace(/\n<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  const all = tags(clean);
  const head = all.find((tag) => tag.name === "head");
  const charset = all.find((tag) => tag.name === "meta" && tag.attributes.charset !== undefined);
  if (!head || !charset) return clean;
  // Framework writes its scripts into the head. One in the body would have come with a text, and stays forbidden.
  const scripts = all.filter((tag) => tag.name === "script" && tag.end <= head.end && isScript(tag.attributes.type));
  const hashes = scripts
    .filter((tag) => tag.attributes.src === undefined)
    .map((tag) => createHash("sha256").update(clean.slice(tag.innerStart, tag.innerEnd)).digest("base64"));
  // The search looks words up in a program that is compiled in the browser.
  const wasm = all.some((tag) => tag.attributes["data-needs"] === "wasm") ? " 'wasm-unsafe-eval'" : "";
  const sends = all.some((tag) => tag.name === "form") || clean.includes(placeOf("body"));
  const directives = [
    "default-src 'none'",
    scripts.length === 0
      ? "script-src 'none'"
      : ["script-src 'self'", ...new Set(hashes.map((hash) => `'sha256-${hash}'`))].join(" ") + wasm,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    scripts.length === 0 ? "connect-src 'none'" : "connect-src 'self'",
    all.some((tag) => tag.name === "base") ? "base-uri 'self'" : "base-uri 'none'",
    sends ? "form-action 'self'" : "form-action 'none'",
  ];
  const meta = `\n<meta http-equiv="Content-Security-Policy" content="${directives.join("; ")}">`;
  return apply(clean, [{ start: charset.end, end: charset.end, text: meta }]);
};
