/** JSON as it is published: two spaces for a level, a line's end at the end. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
