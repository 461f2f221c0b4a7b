import { MAX_CELLS } from "../records.ts";

/** A name in an object: a column, or an object that holds more of them, or now the one and now the other. */
export class Field {
  readonly name: string;
  /** The name as it stands between its quotes, to recognise it without decoding. */
  readonly written: Buffer;
  readonly parent: Field | null;
  readonly children: Field[] = [];
  /** Index of the column, or -1. */
  column = -1;
  /** In how many records it was an object, and whether it is one in the present record. */
  objects = 0;
  open = false;
  /** Where in `children` the next name is expected: records mostly name the same things in the same order. */
  #next = 0;
  #index = 0;
  readonly #byName = new Map<string, Field>();

  constructor(name: string, written: Buffer, parent: Field | null) {
    this.name = name;
    this.written = written;
    this.parent = parent;
  }

  /** The child whose name is written so, if it is the expected one. */
  expected(bytes: Buffer, from: number, to: number): Field | null {
    const child = this.children[this.#next];
    if (!child || child.written.length !== to - from) return null;
    for (let at = from, index = 0; at < to; at++, index++) if (bytes[at] !== child.written[index]) return null;
    this.#next++;
    return child;
  }

  child(name: string): Field | undefined {
    const child = this.#byName.get(name);
    if (child) this.#next = child.#index + 1;
    return child;
  }

  add(name: string, written: Buffer): Field {
    const child = new Field(name, written, this);
    child.#index = this.children.push(child) - 1;
    this.#byName.set(name, child);
    this.#next = this.children.length;
    return child;
  }

  /** Takes back the child that was added last. */
  drop(): void {
    const child = this.children.pop();
    if (child) this.#byName.delete(child.name);
  }

  rewind(): void {
    this.#next = 0;
  }
}

/** More names than columns there may be, for those of objects; but not without end. */
const MAX_FIELDS = 4 * MAX_CELLS;

/** The columns that the objects of a file make, in the order in which they first occur. */
export class Columns {
  readonly root = new Field("", Buffer.alloc(0), null);
  readonly #columns: Field[] = [];
  /** What came with the present record, to be taken back if that is rejected. */
  #madeFields: Field[] = [];
  #kept = 0;
  #fields = 0;

  get count(): number {
    return this.#columns.length;
  }

  /** A field that was not known before; null where there would be too many. */
  add(parent: Field, name: string, written: Buffer): Field | null {
    if (this.#fields === MAX_FIELDS) return null;
    this.#fields++;
    const field = parent.add(name, written);
    this.#madeFields.push(field);
    return field;
  }

  /** The column of a field; -1 where there would be too many. */
  columnOf(field: Field): number {
    if (field.column < 0 && this.#columns.length < MAX_CELLS) field.column = this.#columns.push(field) - 1;
    return field.column;
  }

  /** The present record counts. */
  keep(): void {
    this.#kept = this.#columns.length;
    this.#madeFields = [];
  }

  /** The present record does not. */
  discard(): void {
    for (const field of this.#columns.splice(this.#kept)) field.column = -1;
    for (const field of this.#madeFields.reverse()) field.parent?.drop();
    this.#fields -= this.#madeFields.length;
    this.#madeFields = [];
  }

  /**
   * The captions: the names from the outside in, with dots between. An object `_source` that every record has, or one
   * that is all there is of every record, is a wrapping and no part of them.
   */
  captions(records: number): string[] {
    const { children } = this.root;
    const wrapper = children.length === 1 ? children[0] : this.root.child("_source");
    const isWrapped = wrapper !== undefined && wrapper.objects === records && wrapper.column < 0;
    const full = this.#columns.map((field) => pathOf(field).map(({ name }) => name));
    const captions = full.map((names) => names.join("."));
    if (!isWrapped) return captions;
    const inner = this.#columns.map((field, index) =>
      pathOf(field)[0] === wrapper ? (full[index] as string[]).slice(1).join(".") : (captions[index] as string),
    );
    return inner.map((caption, index) =>
      inner.filter((other) => other === caption).length > 1 ? (captions[index] as string) : caption,
    );
  }
}

/** The fields from the outermost to this one. */
function pathOf(field: Field): Field[] {
  const path: Field[] = [];
  for (let at: Field | null = field; at?.parent; at = at.parent) path.unshift(at);
  return path;
}
