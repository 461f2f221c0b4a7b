import { defineMessages } from "../define.ts";

export const hotspots = defineMessages({});
