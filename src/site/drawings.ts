const DRAWING = /<svg\b[^>]*\bclass="chart .*?<\/svg>/gs;
const PLACE = /<svg data-drawing="(\d+)"><\/svg>/g;

/**
 * Takes the charts out of a page before Framework parses it, and leaves an empty `svg` in the place of each: Framework
 * builds a document of every element, which for a page of charts takes ten times as long as all the rest.
 */
export function takeOut(page: string): { page: string; drawings: string[] } {
  const drawings: string[] = [];
  const text = page.replace(DRAWING, (drawing) => `<svg data-drawing="${drawings.push(drawing) - 1}"></svg>`);
  return { page: text, drawings };
}

/** Puts the charts back. Places of none are left as they are. */
export function putBack(html: string, drawings: readonly string[]): string {
  return html.replace(PLACE, (place, index) => drawings[Number(index)] ?? place);
}
