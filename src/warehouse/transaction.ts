import type { Duck } from "../duck/open.ts";

/** Runs `work` in one transaction: all of it is kept, or, when it throws or the process dies, nothing. */
export async function transaction<T>(duck: Duck, work: () => Promise<T>): Promise<T> {
  await duck.run("BEGIN TRANSACTION");
  let result: T;
  try {
    result = await work();
  } catch (error) {
    // A failed COMMIT or a fatal error has ended the transaction already; the first error is the one to tell.
    await duck.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
  await duck.run("COMMIT");
  return result;
}
