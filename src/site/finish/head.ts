import { LOCALES } from "../../i18n/define.ts";
import { languageTag } from "../../i18n/translate.ts";
import { relative } from "../address.ts";
import { attribute, inHead } from "./edit.ts";
import type { FinishPage, FinishStep } from "./page.ts";

/** Readers may zoom (WCAG 1.4.4): Framework forbids it with `maximum-scale=1`. */
export const zoom: FinishStep = (html) =>
  html.replace(/<meta name="viewport"[^>]*>/, '<meta name="viewport" content="width=device-width, initial-scale=1">');

/** Takes away the name and version of the program that built the page. */
export const withoutGenerator: FinishStep = (html) => html.replace(/\n?<meta name="generator"[^>]*>/, "");

/** Says in a sentence what the page holds, for search engines and previews. */
export const description: FinishStep = (html, page) =>
  inHead(html, `<meta name="description" content="${attribute(page.description)}">`);

const url = (page: FinishPage, file: string) => `${page.origin}/${file}`;

/**
 * Says where the page stands and where its twins are. Addresses are absolute: search engines want it, and Framework
 * would take a relative one for a file of the site.
 */
export const alternates: FinishStep = (html, page) => {
  const lines = [
    `<link rel="canonical" href="${attribute(url(page, page.locale ? page.files[page.locale] : page.file))}">`,
  ];
  for (const locale of LOCALES)
    lines.push(
      `<link rel="alternate" hreflang="${languageTag(locale)}" href="${attribute(url(page, page.files[locale]))}">`,
    );
  const neutral = page.path === "index" ? "index.html" : page.files[page.first];
  lines.push(`<link rel="alternate" hreflang="x-default" href="${attribute(url(page, neutral))}">`);
  return lines.reduce(inHead, html);
};

/**
 * The page for addresses that lead nowhere is shown at any depth: its links are meant from its own folder, below the path at which the
 * site stands.
 */
export const base: FinishStep = (html, page) => {
  const root = new URL(page.origin).pathname.replace(/\/+$/, "");
  const folder = page.file
    .split("/")
    .slice(0, -1)
    .map((part) => `${part}/`)
    .join("");
  return html.replace(/<base href="[^"]*">/, `<base href="${attribute(`${root}/${folder}`)}">`);
};

/** The lines that a page brings for its head. */
export const ownLines: FinishStep = (html, page) => page.head.reduce(inHead, html);

/** Links to files that are no pages: Framework would take them for assets, or look for a page. */
export const fileLinks: FinishStep = (html, page) =>
  html.replace(
    /\b(href|action|src)="#file:([^"]*)"/g,
    (_, name: string, file: string) => `${name}="${attribute(relative(page.file, file))}"`,
  );

/** A sign in the page itself, so that no browser asks for /favicon.ico. */
export const icon: FinishStep = (html) =>
  inHead(
    html,
    `<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M8 1 15.5 15H.5z' fill='%23175a8e'/%3E%3Cpath d='M7 6h2v4H7zm0 5h2v2H7z' fill='%23fff'/%3E%3C/svg%3E">`,
  );
