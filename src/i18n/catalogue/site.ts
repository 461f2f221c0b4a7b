import { defineMessages } from "../define.ts";

export const site = defineMessages({});
