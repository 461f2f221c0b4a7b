import { apply, removal, tags } from "./edit.ts";
import type { FinishStep } from "./page.ts";

/** Framework puts its client on every page. A page that defines no cell needs no script, so it gets none. */
export const withoutIdleScripts: FinishStep = (html) => {
  const all = tags(html);
  const scripts = all.filter(
    (tag) => tag.name === "script" && /^(module|text\/javascript)?$/.test(tag.attributes.type ?? ""),
  );
  const active = scripts.some(
    (tag) => tag.attributes.src !== undefined || /\bdefine\(/.test(html.slice(tag.innerStart, tag.innerEnd)),
  );
  if (active) return html;
  const preloads = all.filter((tag) => tag.name === "link" && tag.attributes.rel === "modulepreload");
  return apply(
    html,
    [...scripts, ...preloads].map((tag) => removal(html, tag)),
  );
};
