/** One measured figure of a bench, with what it should be (`aim`) and what it has to be (`must`); `ok` is about `must` alone. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly aim: string | null;
  readonly must: string | null;
  readonly ok: boolean;
}
