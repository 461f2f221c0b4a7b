// One configuration for both sites; SITE says which. `forewarn site build` stages the pages and calls Framework with it.
const site = process.env.SITE ?? "bureau";

export default {
  root: process.env.FOREWARN_ROOT ?? `.site/${site}`,
  output: process.env.FOREWARN_OUTPUT ?? `dist/${site}`,
  // Titles, headers and footers come with each page, in its language.
  header: "",
  footer: "",
  sidebar: false,
  pages: [],
  toc: false,
  pager: false,
  style: "style.css",
  globalStylesheets: [],
  linkify: false,
  // Every link names a file, so that a site works on any host, below any path, and from a folder.
  preserveExtension: true,
  preserveIndex: true,
};
