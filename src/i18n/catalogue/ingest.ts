import { defineMessages } from "../define.ts";

export const ingest = defineMessages({});
