import { defineMessages } from "../define.ts";

export const measures = defineMessages({});
