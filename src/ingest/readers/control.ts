/** Whether a separator of records or units (0x1E, 0x1F) stands in UTF-8 text. */
export function hasControl(bytes: Buffer): boolean {
  return bytes.includes(0x1e) || bytes.includes(0x1f);
}
