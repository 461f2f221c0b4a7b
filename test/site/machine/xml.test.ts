import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { element, textElement, withoutControls, xmlDocument } from "../../../src/site/machine/xml.ts";
import { xmlFaults } from "./made.ts";

/** Text, and the value of an attribute, as a parser reads them. */
async function readBack(text: string): Promise<{ text: string; attribute: string }> {
  const document = xmlDocument(element("a", {}, [textElement("b", text, { c: text })]));
  expect(await xmlFaults(new Map([["a.xml", document]]))).toEqual([]);
  const root = parseDocument(document, { xmlMode: true });
  const [b] = root.children.flatMap((it) => ("children" in it ? it.children : [])).filter((it) => it.type === "tag");
  if (!b || !("attribs" in b)) throw new Error("no element b");
  const [inner] = b.children;
  return { text: inner && "data" in inner ? inner.data : "", attribute: b.attribs.c ?? "" };
}

describe("XML", () => {
  test("text and attributes come back as they were", async () => {
    for (const text of ["a < b & c > d \"e\" 'f' ]]> &lt; <!-- -->", "一\n二\t三\r\n四", "😀", " x "])
      expect(await readBack(text)).toEqual({ text, attribute: text });
  });

  test("signs that XML forbids go, and no others", async () => {
    const kept = "\t\n\r \u007F\u0085\uFFFD\u{10FFFF}é中";
    const forbidden = "\0\u0001\b\u000B\f\u001F\uFFFE\uFFFF\uD800\uDC00".split("").sort().join("x");
    expect(withoutControls(kept)).toBe(kept);
    expect(withoutControls(forbidden)).toBe("x".repeat(forbidden.split("x").length - 1));
    expect((await readBack(`a${forbidden}b`)).text).toMatch(/^ax+b$/);
  });

  test("any text gives a document that can be read", async () => {
    const documents = fc
      .sample(fc.string({ unit: "binary", maxLength: 60 }), { numRuns: 300, seed: 1 })
      .map((text, i): [string, string] => [`${i}.xml`, xmlDocument(textElement("a", text, { b: text }))]);
    expect(await xmlFaults(new Map(documents))).toEqual([]);
  });

  test("a document that is none is found", async () => {
    expect(await xmlFaults(new Map([["a.xml", "<a><b></a>"]]))).not.toEqual([]);
    expect(await xmlFaults(new Map([["a.xml", "<a>\u0001</a>"]]))).not.toEqual([]);
  });

  test("a parser that turns every end of a line into one sign cannot turn those of a text", () => {
    expect(xmlDocument(textElement("a", "b\r\nc", { d: "e\r\n\tf" }))).toContain(
      '<a d="e&#13;&#10;&#9;f">b&#13;\nc</a>',
    );
  });

  test("what is null is left out", () => {
    const root = element("a", { b: null, c: "1" }, [null, textElement("d", "")]);
    expect(xmlDocument(root)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a c="1">\n  <d/>\n</a>\n');
  });
});
