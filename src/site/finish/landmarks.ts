import { translate } from "../../i18n/translate.ts";
import { apply, attribute, tags } from "./edit.ts";
import type { FinishStep } from "./page.ts";

/**
 * A first link that leads past the menu (WCAG 2.4.1), and a main part that can take the focus it sends. Framework's
 * header, main and footer stand directly below the page, so that they are the landmarks banner, main and contentinfo.
 */
export const landmarks: FinishStep = (html, page) => {
  const all = tags(html);
  const body = all.find((tag) => tag.name === "body");
  const main = all.find((tag) => tag.name === "main");
  if (!body || !main || page.locale === null || all.some((tag) => tag.attributes.class === "skip")) return html;
  const id = main.attributes.id ?? "main";
  const label = translate(page.locale, "site.skip");
  return apply(html, [
    {
      start: body.innerStart,
      end: body.innerStart,
      text: `\n<a class="skip" href="#${attribute(id)}">${attribute(label)}</a>`,
    },
    {
      start: main.start,
      end: main.innerStart,
      text: `<main id="${attribute(id)}" class="${attribute(main.attributes.class ?? "")}" tabindex="-1">`,
    },
  ]);
};
