const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A name from an archive as a message can show it. */
export function shownName(name: string): string {
  const escaped = name.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return escaped.length > 200 ? `${escaped.slice(0, 200)}…` : escaped;
}

/**
 * Whether a name could lead out of a folder or deceive who reads it: absolute, with a drive letter, with `..`, with
 * control characters or such that turn the direction of writing.
 */
export function isUnsafeName(name: string): boolean {
  return name.search(CONTROL) >= 0 || /^[/\\]|^[a-z]:/i.test(name) || stepsOf(name).includes("..");
}

const stepsOf = (name: string) => name.split(/[/\\]/);

/** Folders, hidden files, and the attributes that macOS puts beside each file. */
export function isSkipped(name: string): boolean {
  if (/[/\\]$/.test(name)) return true;
  return stepsOf(name).some((step) => step === "__MACOSX" || /^\.[^.]/.test(step));
}

/** Names for the files of one archive, all different. */
export class MemberNames {
  readonly #archive: string;
  readonly #taken = new Set<string>();
  /** How often each name came, so that many of one do not take ever longer. */
  readonly #times = new Map<string, number>();

  constructor(archive: string) {
    this.#archive = archive;
  }

  /** `outer.zip/folder/list.csv`; the second of this name is `outer.zip/folder/list (2).csv`. */
  next(name: string): string {
    const steps = stepsOf(name).filter((step) => step !== "" && step !== ".");
    const plain = steps.join("/") || "?";
    const [, stem = plain, extension = ""] = /^(.*[^/])(\.[^./]+)$/s.exec(plain) ?? [];
    let unique = plain;
    let times = this.#times.get(plain) ?? 1;
    while (this.#taken.has(unique)) unique = `${stem} (${++times})${extension}`;
    this.#times.set(plain, times);
    this.#taken.add(unique);
    return `${this.#archive}/${unique}`;
  }
}
