import { EXIT, ForewarnError } from "../errors.ts";

/** An option that is one of several words; `fallback` where it was not given. */
export function oneOf<const T extends string>(option: string, value: unknown, choices: readonly T[], fallback: T): T {
  if (value === undefined) return fallback;
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const params = { option, choices: choices.join(", "), value: String(value) };
  throw new ForewarnError("cli.bad_choice", params, { exitCode: EXIT.usage });
}

/** An option that is a calendar date, YYYY-MM-DD; null where it was not given. */
export function dateOption(option: string, value: unknown): string | null {
  if (value === undefined) return null;
  const text = String(value);
  const date = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
    return text;
  throw new ForewarnError("cli.bad_date", { option, value: text }, { exitCode: EXIT.usage });
}

/** An as-of date: a calendar date that is not in the future of the bureau's zone. */
export function asOfOption(option: string, value: unknown, today: string): string | null {
  const date = dateOption(option, value);
  if (date === null || date <= today) return date;
  throw new ForewarnError("cli.future_date", { option, value: date, today }, { exitCode: EXIT.usage });
}

/** A port of this machine; `fallback` where it was not given. */
export function portOption(value: unknown, fallback: number): number {
  const port = wholeNumber("--port", value, fallback);
  if (port <= 65_000) return port;
  throw new ForewarnError(
    "cli.bad_choice",
    { option: "--port", choices: "0–65000", value: String(value) },
    { exitCode: EXIT.usage },
  );
}

/** An option that is a whole number of at least 0; `fallback` where it was not given. */
export function wholeNumber(option: string, value: unknown, fallback: number): number {
  if (value === undefined) return fallback;
  if (/^\d{1,15}$/u.test(String(value))) return Number(value);
  throw new ForewarnError("cli.bad_number", { option, value: String(value) }, { exitCode: EXIT.usage });
}
