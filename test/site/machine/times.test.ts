import { expect, test } from "vitest";
import { byTime, capTime, dayOf, endOfDay, timeIn, toSecond } from "../../../src/site/machine/times.ts";

test("a time is written to the second", () => {
  expect(toSecond("2026-06-17T09:00:00.123456+08:00")).toBe("2026-06-17T09:00:00+08:00");
  expect(toSecond("2026-06-17T09:00:00.5Z")).toBe("2026-06-17T09:00:00Z");
  expect(toSecond("2026-06-17T09:00:00-03:30")).toBe("2026-06-17T09:00:00-03:30");
});

test("CAP never says Z", () => {
  expect(capTime("2026-06-17T09:00:00.5Z")).toBe("2026-06-17T09:00:00-00:00");
  expect(capTime("2026-06-17T09:00:00+00:00")).toBe("2026-06-17T09:00:00-00:00");
  expect(capTime("2026-06-17T09:00:00+08:00")).toBe("2026-06-17T09:00:00+08:00");
});

test("the end of a day is that of the zone, in summer and in winter", () => {
  expect(endOfDay("2026-09-15", "Asia/Shanghai")).toBe("2026-09-15T23:59:59+08:00");
  expect(endOfDay("2026-07-01", "Europe/Berlin")).toBe("2026-07-01T23:59:59+02:00");
  expect(endOfDay("2026-12-31", "Europe/Berlin")).toBe("2026-12-31T23:59:59+01:00");
  // The day on which the clocks change: its end has the new offset already, its beginning the old one.
  expect(endOfDay("2026-03-29", "Europe/Berlin")).toBe("2026-03-29T23:59:59+02:00");
  expect(timeIn("2026-03-29", "00:00:00", "Europe/Berlin")).toBe("2026-03-29T00:00:00+01:00");
  expect(endOfDay("2026-01-01", "America/St_Johns")).toBe("2026-01-01T23:59:59-03:30");
  expect(capTime(endOfDay("2026-01-01", "UTC"))).toBe("2026-01-01T23:59:59-00:00");
});

test("times are compared as points of time, whatever their offsets", () => {
  expect(byTime("2026-06-17T09:00:00+08:00", "2026-06-17T01:00:00Z")).toBe(0);
  expect(byTime("2026-06-17T09:00:00+08:00", "2026-06-17T02:00:00+00:00")).toBeLessThan(0);
  expect(dayOf("2026-06-17T00:30:00+08:00")).toBe("2026-06-17");
});
