/** What `forewarn ingest --json` prints, as far as tests look at it. */
export interface IngestDocument {
  readonly batch: string;
  readonly files: {
    path: string;
    profile: string | null;
    rows: number;
    accepted: number;
    unchanged: number;
    duplicate: number;
    rejected: number;
    rejections: { line: number; column: string | null; value: string | null; code: string; message: string }[];
    notes: string[];
    refused: { code: string; message: string } | null;
  }[];
  readonly totals: {
    files: number;
    rows: number;
    accepted: number;
    unchanged: number;
    duplicate: number;
    rejected: number;
    tickets: number;
  };
}
