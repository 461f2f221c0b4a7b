import type { Attributes, PartHandler } from "./xml.ts";

export interface Sheet {
  readonly name: string;
  /** Name of its part in the archive. */
  readonly part: string;
}

/** What a workbook consists of. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly strings: string | null;
  readonly styles: string | null;
  /** Whether days are counted from 1904 on instead of 1900. */
  readonly epoch1904: boolean;
}

/** A link from one part to another (ECMA-376 part 2, section 9). */
export interface Relation {
  readonly id: string;
  /** The last word of its type, the same in the strict and the transitional variant: `worksheet`, `styles`, …. */
  readonly type: string;
  readonly part: string;
}

/** The name of a part that a part in `folder` calls `target`. */
function resolvePart(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** `xl/workbook.xml` → folder `xl/`, and the part that holds its relations. */
export function relationsOf(part: string): { folder: string; part: string } {
  const cut = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, cut);
  return { folder, part: `${folder}_rels/${part.slice(cut)}.rels` };
}

export class RelationsHandler implements PartHandler {
  readonly relations: Relation[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  open(name: string, attributes: Attributes): void {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
    if (name !== "Relationship" || !id || !type || !target || mode === "External") return;
    this.relations.push({ id, type: type.slice(type.lastIndexOf("/") + 1), part: resolvePart(this.#folder, target) });
  }
}

export class WorkbookHandler implements PartHandler {
  epoch1904 = false;
  readonly #sheets: { name: string; relation: string }[] = [];

  open(name: string, attributes: Attributes): void {
    if (name === "workbookPr") this.epoch1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
    if (name !== "sheet") return;
    const relation = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1];
    if (relation) this.#sheets.push({ name: attributes.name ?? "", relation });
  }

  /** The sheets with cells (not those that are charts), in the order of their tabs. */
  workbook(relations: readonly Relation[]): Workbook {
    const partOf = (type: string) => relations.find((relation) => relation.type === type)?.part ?? null;
    const sheets = this.#sheets.flatMap(({ name, relation }) => {
      const target = relations.find(({ id, type }) => id === relation && type === "worksheet");
      return target ? [{ name, part: target.part }] : [];
    });
    return { sheets, strings: partOf("sharedStrings"), styles: partOf("styles"), epoch1904: this.epoch1904 };
  }
}
