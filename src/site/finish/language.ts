import { languageTag } from "../../i18n/translate.ts";
import type { FinishStep } from "./page.ts";

/** Says the page's language (WCAG 3.1.1); the page at the root is written in the first language. */
export const language: FinishStep = (html, page) =>
  html.replace(/<html\b[^>]*>/, `<html lang="${languageTag(page.locale ?? page.first)}">`);
