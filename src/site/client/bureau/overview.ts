import { tableFromIPC } from "apache-arrow";
import { startExplorer } from "../explorer/start.ts";
import type { ExplorerTexts } from "../explorer/texts.ts";

/** Starts the overview's explorer on the figure that the page was built with. */
export async function startOverview(document: Document, data: Promise<ArrayBuffer>): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("#explorer");
  const figure = document.querySelector<HTMLElement>("#explorer-figure");
  const texts = document.querySelector("#explorer-texts")?.textContent;
  if (!form || !figure || !texts) return;
  const table = tableFromIPC(new Uint8Array(await data));
  startExplorer(form, figure, JSON.parse(texts) as ExplorerTexts, table, figure.dataset.start ?? "");
}
