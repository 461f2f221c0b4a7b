const MINUTE = 60_000;

// Making a formatter costs a hundred times as much as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a zone's clocks are ahead of UTC at an instant, in ms since 1970: "+08:00", and the same in ms. */
export function offsetAt(instant: number, timeZone: string): { text: string; milliseconds: number } {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  formats.set(timeZone, format);
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const text = name.slice("GMT".length) || "+00:00";
  const [hours = 0, minutes = 0] = text.slice(1).split(":").map(Number);
  return { text, milliseconds: (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * MINUTE };
}

/** A point of time in a zone, with its offset and to the second: "2026-06-17T09:00:00+08:00". */
export function momentIn(time: Date, timeZone: string): string {
  const { text, milliseconds } = offsetAt(time.getTime(), timeZone);
  return `${new Date(time.getTime() + milliseconds).toISOString().slice(0, "2026-06-17T09:00:00".length)}${text}`;
}
