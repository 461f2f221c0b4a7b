import type { Table } from "apache-arrow";
import { type TrendOptions, trend } from "../../../charts/trend.ts";
import { readSeries, type SeriesPoint } from "./series.ts";
import type { Choice, ExplorerMeasure, ExplorerTexts } from "./texts.ts";
import { values } from "./values.ts";

interface Parts {
  readonly figure: HTMLElement;
  readonly caption: HTMLElement;
  readonly table: HTMLTableElement;
}

function option(document: Document, value: string, text: string): HTMLOptionElement {
  const node = document.createElement("option");
  node.value = value;
  node.textContent = text;
  return node;
}

/** "{name}: {value}" with its places filled. */
function fill(sentence: string, places: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, place: string) => places[place] ?? whole);
}

function title(texts: ExplorerTexts, choice: Choice): string {
  const measure = texts.measures.find(({ id }) => id === choice.measure);
  const dimension = texts.dimensions.find(({ id }) => id === choice.dim);
  const group = dimension?.groups.find(({ key }) => key === choice.group);
  return [measure?.name ?? choice.measure, group?.name].filter(Boolean).join(" · ");
}

function sentenceOf(texts: ExplorerTexts, name: string, measure: ExplorerMeasure, points: readonly SeriesPoint[]) {
  const last = points.findLast((point) => point.complete) ?? points.at(-1);
  if (!last) return texts.none;
  const { print, month, change } = values(texts, measure);
  const said = { name, month: month(last.from), value: print(last.value) };
  return last.previous === null
    ? fill(texts.sentenceNew, said)
    : fill(texts.sentence, { ...said, previous: print(last.previous), change: change(last.value, last.previous) });
}

function writeTable(parts: Parts, texts: ExplorerTexts, name: string, measure: ExplorerMeasure, points: SeriesPoint[]) {
  const { ownerDocument: document } = parts.table;
  const { print, month } = values(texts, measure);
  const rate = measure.unit === "ratio";
  const cell = (tag: "th" | "td", text: string, scope?: string) => {
    const node = document.createElement(tag);
    node.textContent = text;
    if (scope) node.setAttribute("scope", scope);
    if (scope !== "row") node.className = "number";
    return node;
  };
  const row = (...cells: HTMLElement[]) => {
    const node = document.createElement("tr");
    node.append(...cells);
    return node;
  };
  const first = cell("th", texts.month, "col");
  first.className = "";
  const head = row(first, cell("th", name, "col"), ...(rate ? [cell("th", texts.n, "col")] : []));
  const rows = [...points].reverse().map((point) => {
    const label = month(point.from);
    return row(
      cell("th", point.complete ? label : fill(texts.monthIncomplete, { month: label }), "row"),
      cell("td", print(point.value)),
      ...(rate ? [cell("td", point.n === null ? "—" : String(point.n))] : []),
    );
  });
  parts.table.tHead?.replaceChildren(head);
  parts.table.tBodies[0]?.replaceChildren(...rows);
  if (parts.table.caption) parts.table.caption.textContent = name;
}

function draw(parts: Parts, texts: ExplorerTexts, choice: Choice, data: Table): void {
  const measure = texts.measures.find(({ id }) => id === choice.measure);
  if (!measure) return;
  const points = readSeries(data, choice, measure.unit === "item" || measure.unit === "quantity");
  const name = title(texts, choice);
  const sentence = sentenceOf(texts, name, measure, points);
  const { axis, scale } = values(texts, measure);
  const series = points.map((point) => ({
    from: point.from,
    observed: point.value === null ? null : point.value * scale,
    complete: point.complete,
  }));
  for (const [kind, width] of [
    ["narrow", 360],
    ["wide", 720],
  ] as const) {
    const options: TrendOptions = {
      locale: texts.locale,
      width,
      texts: texts.chart,
      ...(axis ? { format: axis } : {}),
    };
    const svg = trend({ series: [{ label: name, points: series }], breaks: texts.breaks }, options);
    svg.setAttribute("class", `chart chart-${kind}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", sentence);
    parts.figure.querySelector(`.chart-${kind}`)?.replaceWith(svg);
  }
  parts.caption.textContent = sentence;
  writeTable(parts, texts, name, measure, points);
}

/**
 * Brings the form to life that stands above a finished figure: a choice of measure, dimension and group redraws the
 * chart, its sentence and its table. The address keeps the choice, so that it can be passed on.
 * @param start what the figure shows as built
 */
export function startExplorer(
  form: HTMLFormElement,
  figure: HTMLElement,
  texts: ExplorerTexts,
  data: Table,
  start: string,
): void {
  const { ownerDocument: document } = form;
  const select = (name: string) => form.elements.namedItem(name) as HTMLSelectElement;
  const [measure, dim, group] = [select("measure"), select("dim"), select("group")];
  const caption = figure.querySelector("figcaption");
  const table = figure.querySelector("table");
  if (!caption || !table) return;
  const parts: Parts = { figure, caption, table };
  measure.replaceChildren(...texts.measures.map(({ id, name }) => option(document, id, name)));
  dim.replaceChildren(
    option(document, "", texts.whole),
    ...texts.dimensions.map(({ id, name }) => option(document, id, name)),
  );
  const writeGroups = () => {
    const groups = texts.dimensions.find(({ id }) => id === dim.value)?.groups ?? [];
    group.replaceChildren(
      ...groups.map(({ key, name, level }) => option(document, key, `${"\u3000".repeat(level - 1)}${name}`)),
    );
    group.disabled = groups.length === 0;
    if (groups.length === 0) group.append(option(document, "", texts.whole));
  };
  const choice = (): Choice => ({ measure: measure.value, dim: dim.value, group: dim.value ? group.value : "" });
  const address = new URL(document.location.href);
  const wanted = (node: HTMLSelectElement, name: string, fallback: string) => {
    const value = address.searchParams.get(name);
    node.value = [...node.options].some((candidate) => candidate.value === value) ? (value as string) : fallback;
  };
  wanted(measure, "measure", start);
  wanted(dim, "dim", "");
  writeGroups();
  wanted(group, "group", group.options[0]?.value ?? "");
  const update = () => {
    draw(parts, texts, choice(), data);
    for (const [name, value] of Object.entries(choice()))
      if (value && value !== start) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    document.defaultView?.history.replaceState(null, "", address);
  };
  caption.setAttribute("aria-live", "polite");
  dim.addEventListener("change", writeGroups);
  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  if (choice().measure !== start || choice().dim) update();
}
