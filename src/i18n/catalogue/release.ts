import { defineMessages } from "../define.ts";

export const release = defineMessages({});
