import { z } from "zod";

const date = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const file = z.strictObject({ name: z.string(), sha256, bytes: z.int().nonnegative(), rows: z.int().nonnegative() });

/** What a release says of itself. The bureau's manifest names the source files; the public one counts them only. */
export const manifestSchema = z.strictObject({
  schema: z.literal(1),
  release: z.string().regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/),
  half: z.enum(["bureau", "public"]),
  asOf: date,
  period: z.strictObject({ from: date, to: date }),
  bureau: z.strictObject({
    zh: z.string(),
    en: z.string(),
    hotline: z.string(),
    timeZone: z.string(),
    currency: z.string(),
  }),
  sources: z.strictObject({
    files: z.int().nonnegative(),
    rows: z.int().nonnegative(),
    accepted: z.int().nonnegative(),
    unchanged: z.int().nonnegative(),
    duplicate: z.int().nonnegative(),
    rejected: z.int().nonnegative(),
    list: z
      .array(z.strictObject({ name: z.string(), sha256, rows: z.int().nonnegative(), profile: z.string() }))
      .optional(),
  }),
  tickets: z.int().nonnegative(),
  methods: z.record(z.string(), z.string()),
  disclosure: z.strictObject({ minimumTickets: z.int().positive(), minimumComplainants: z.int().positive() }),
  marts: z.record(z.string(), file),
});

export type Manifest = z.infer<typeof manifestSchema>;
