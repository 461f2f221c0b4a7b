import { defineMessages } from "../define.ts";

export const readers = defineMessages({});
