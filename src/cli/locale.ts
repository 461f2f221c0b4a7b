import { LOCALES, type Locale } from "../i18n/define.ts";

/** The language of the environment: zh where its locale is Chinese, else en. */
export function environmentLocale(env: Readonly<Record<string, string | undefined>>): Locale {
  const tag = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^zh/iu.test(tag) ? "zh" : "en";
}

/** The language asked for with `--lang` on a command line that is not parsed yet; null where none is. */
export function askedLocale(argv: readonly string[]): Locale | null {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const value = at < 0 ? undefined : argv[at]?.includes("=") ? argv[at]?.split("=")[1] : argv[at + 1];
  return LOCALES.find((locale) => locale === value) ?? null;
}
