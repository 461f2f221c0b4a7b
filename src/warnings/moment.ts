/** A point of time in a zone, with its offset and to the second: "2026-06-17T09:00:00+08:00". */
export function momentIn(time: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(time);
  const zone = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(time)
    .find(({ type }) => type === "timeZoneName")?.value;
  return `${parts.replace(" ", "T")}${zone?.slice("GMT".length) || "Z"}`;
}
