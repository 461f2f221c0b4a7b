import { defineMessages } from "../define.ts";

export const warnings = defineMessages({});
