/** What the index's own program gives, as far as it is used here. */
interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}
interface Found {
  readonly url: string;
  /** Words around what was found, with `<mark>`; everything else is escaped by the index. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** So many results are shown. */
const SHOWN = 20;

/**
 * Makes the search of the page work: the index is loaded when somebody turns to the field, or when the address holds a word
 * already (`?q=`), so that nobody else pays for it.
 */
export function startSearch(document: Document): void {
  const input = document.querySelector<HTMLInputElement>("#q");
  const state = document.querySelector<HTMLElement>("#search-state");
  const list = document.querySelector<HTMLElement>("#search-results");
  if (!input || !state || !list) return;
  const texts = state.dataset;
  let loading: Promise<Pagefind> | undefined;
  const load = () => {
    loading ??= import(new URL(`${texts.index}pagefind.js`, document.baseURI).href).then(async (loaded: Pagefind) => {
      await loaded.init();
      return loaded;
    });
    return loading;
  };
  let last = "";
  const search = async () => {
    const query = input.value.trim();
    if (query === last) return;
    last = query;
    if (query === "") {
      list.replaceChildren();
      state.textContent = "";
      return;
    }
    state.textContent = texts.searching ?? "";
    try {
      const answer = await (await load()).debouncedSearch(query);
      // A later key press has asked anew.
      if (answer === null || last !== query) return;
      const found = await Promise.all(answer.results.slice(0, SHOWN).map((result) => result.data()));
      if (last !== query) return;
      list.replaceChildren(...found.map((one) => item(document, one)));
      const count = String(answer.results.length);
      state.textContent = (answer.results.length === 0 ? texts.none : texts.found?.replace("{count}", count)) ?? "";
    } catch {
      loading = undefined;
      last = "";
      state.textContent = texts.failed ?? "";
    }
  };
  input.addEventListener("focus", () => void load().catch(() => (loading = undefined)), { once: true });
  input.addEventListener("input", () => void search());
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(document.location.href);
    address.searchParams.set("q", input.value.trim());
    document.defaultView?.history.replaceState(null, "", address);
    void search();
  });
  const asked = new URL(document.location.href).searchParams.get("q");
  if (asked) {
    input.value = asked;
    void search();
  }
}

function item(document: Document, found: Found): HTMLElement {
  const li = document.createElement("li");
  const link = document.createElement("a");
  link.href = found.url;
  link.textContent = found.meta.title ?? found.url;
  const facts = document.createElement("p");
  facts.className = "small";
  facts.textContent = [found.meta.number, found.meta.state].filter(Boolean).join(" · ");
  const words = document.createElement("p");
  marked(document, words, found.excerpt);
  li.append(link, facts, words);
  return li;
}

/** Text with its marked words; no other markup comes through. */
function marked(document: Document, parent: HTMLElement, excerpt: string): void {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html");
  for (const node of parsed.body.childNodes) {
    const mark = node.nodeName === "MARK";
    const part = mark ? document.createElement("mark") : document.createTextNode(node.textContent ?? "");
    if (mark) part.textContent = node.textContent;
    parent.append(part);
  }
}

startSearch(document);
