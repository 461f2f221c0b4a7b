import { defineMessages } from "../define.ts";

export const demo = defineMessages({});
