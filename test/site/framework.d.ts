// The parts of Framework that tests look into; it ships no types.
declare module "@observablehq/framework/dist/markdown.js" {
  export function createMarkdownIt(options: { linkify?: boolean }): object;
  export function parseMarkdown(
    input: string,
    options: { md: object; path: string; params: object },
  ): { body: string; code: readonly unknown[] };
}
