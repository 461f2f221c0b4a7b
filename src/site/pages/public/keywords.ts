import type { Taxonomy } from "../../../config/taxonomy.ts";
import type { WarningRecord } from "../../../warnings/record.ts";

/** Other words for what a warning is about, from the house taxonomy: whoever searches for 健身房 means 健身服务. */
export function keywords({ category, problem }: WarningRecord["scope"], taxonomy: Taxonomy): string[] {
  const found = taxonomy.categories.flatMap((top) => {
    if (top.code === category) return [top, ...top.children];
    return top.children.filter(({ code }) => code === category);
  });
  const kinds = taxonomy.problems.filter(({ code }) => code === problem);
  return [...new Set([...found, ...kinds].flatMap(({ zh, en, words = [] }) => [zh, en, ...words]))];
}
