const SVG = "http://www.w3.org/2000/svg";

const PLACES = new Set(["cx", "cy", "d", "height", "transform", "width", "x", "x1", "x2", "y", "y1", "y2"]);

/** Makes an SVG element with attributes; `text` becomes its text. */
export function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElement {
  const node = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  if (text !== undefined) node.textContent = text;
  return node;
}

/**
 * What is common to our charts after Plot has drawn one: a fixed `viewBox` that scales, no style element of its own (a
 * strict Content-Security-Policy would count it, and two charts of a page would repeat it), no labels on inner groups
 * (ARIA forbids them there; the figure around the chart says what it shows).
 */
export function finish(plot: Element, width: number, height: number): SVGSVGElement {
  const svg = plot as SVGSVGElement;
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  for (const node of [...svg.querySelectorAll("*")])
    for (const { name, value } of [...node.attributes])
      if (name.startsWith("aria-") && name !== "aria-hidden") node.removeAttribute(name);
      else if (PLACES.has(name))
        node.setAttribute(
          name,
          value.replace(/-?\d+\.\d\d+/g, (n) => String(+(+n).toFixed(1))),
        );
  svg.setAttribute("class", "chart");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return svg;
}
