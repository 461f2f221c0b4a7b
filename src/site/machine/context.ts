import type { Locale } from "../../i18n/define.ts";
import type { Warning } from "../../warnings/read.ts";

/** A category of the first level that some warning has. */
export interface MachineCategory {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** What the outputs for machines are made from: nothing else, so that the same of it gives the same bytes. */
export interface MachineContext {
  /** Where the site stands, without a slash at its end: "https://forewarn.example". */
  readonly origin: string;
  /** Language of the pages at the root. */
  readonly first: Locale;
  readonly bureau: { readonly zh: string; readonly en: string; readonly hotline: string };
  readonly release: string;
  readonly asOf: string;
  readonly period: { readonly from: string; readonly to: string };
  /** The day that the site is built for: it decides what has expired. */
  readonly day: string;
  /** Those with a public page, the newest first. */
  readonly warnings: readonly Warning[];
  readonly categories: readonly MachineCategory[];
  /** The first level's code of a category: "S0301" → "S03". */
  topOf(category: string): string;
  readonly timeZone: string;
  /** Address of a licence; null where there is none. */
  readonly license: string | null;
  /** Address of a page below the origin: "en/warnings/2026-001.html". */
  address(locale: Locale, page: string): string;
}
